import { addDays, type Days } from '../../letters/dates/periods.ts';
import { numberOf } from '../../retrieval/analysis/number-words.ts';
import { PART } from '../../retrieval/question/times.ts';
import { periodBounds } from '../../texts/dates.ts';
import { later, UNIT, unitCalled, unitOf } from '../promises/calendar.ts';

const THIS = 'dit|deze|this';
/** The one before on the calendar; "the last year" goes back from today. */
const LAST = 'vorige?|previous|last';
const NEXT = 'komende?|volgende?|coming|next';
const PAST = 'afgelopen|voorbije|laatste|past';
const [IS_THIS, IS_NEXT, IS_PAST] = [whole(THIS), whole(NEXT), whole(PAST)];
const PLURAL = /(?:en|s)$/iu;
const DAYS_AGO: ReadonlyMap<string, number> = new Map([
  ['vandaag', 0],
  ['today', 0],
  ['gisteren', 1],
  ['yesterday', 1],
  ['eergisteren', 2],
]);
/** Who asks for more than so many of anything names no time. */
const MOST = 999;

/** "De laatste week van maart" is none before today. */
const OF_ANOTHER = '(?:laatste|last)\\s{1,3}\\p{L}{1,20}\\s{1,3}(?:van|of)(?!\\p{L})';
/** Behind these a time stands as a date does. */
const BEFORE = `${PART}|van|uit|in|op|tijdens|tussen|sinds|vanaf|vóór|voor|na|tot|of|from|on|during|between|since|before|after|until|till`;
const NAMED = new RegExp(
  `(?<!\\p{L})(?<before>(?:${BEFORE})\\s{1,3})?(?:(?<the>de|het|the)\\s{1,3})?(?:(?<day>${[...DAYS_AGO.keys()].join('|')})|(?!${OF_ANOTHER})(?<which>${THIS}|${LAST}|${NEXT}|${PAST})\\s{1,3}(?:(?<count>[\\p{L}\\d]{1,20})\\s{1,3})?(?<unit>${UNIT}))(?![\\p{L}’'-])`,
  'giu',
);

/**
 * A question with dates for the times that only today's date tells: "van vorig jaar" as "van 2025". Those that name no
 * days ("de laatste jaren") are left.
 * @param today ISO
 */
export function withDates(question: string, today: string): string {
  return question.replace(NAMED, (written, ...match) => {
    const groups: Groups = match.at(-1);
    const days = daysMeant(groups, today);
    const [from, to] = days ? periodBounds(days.from, days.to, 'nl') : [];
    if (!from || !to) return written;
    return `${groups.before ?? 'in '}${from === to ? from : `${from} t/m ${to}`}`;
  });
}

function whole(words: string): RegExp {
  return new RegExp(`^(?:${words})$`, 'iu');
}

type Groups = Readonly<Partial<Record<'before' | 'the' | 'day' | 'which' | 'count' | 'unit', string>>>;

function daysMeant({ the, day, which = '', count, unit = '' }: Groups, today: string): Days | null {
  if (day !== undefined) {
    const then = addDays(today, -(DAYS_AGO.get(day.toLowerCase()) ?? 0));
    return { from: then, to: then };
  }
  const called = unitCalled(unit);
  const away = IS_THIS.test(which) ? 0 : IS_NEXT.test(which) ? 1 : -1;
  if (count === undefined) {
    if (called === 'dag' || PLURAL.test(unit)) return null;
    const isBack = IS_PAST.test(which) || (the !== undefined && /^last$/i.test(which));
    return isBack ? { from: later(today, -1, called), to: today } : unitOf(called, today, away);
  }
  const counted = /^\d+$/.test(count) ? Number(count) : numberOf(count);
  if (counted === null || counted > MOST || away === 0) return null;
  const then = later(today, away * counted, called);
  return away < 0 ? { from: then, to: today } : { from: today, to: then };
}

const VAGUE = new RegExp(
  `(?<!\\p{L})(?:(?:${THIS}|${LAST}|${NEXT}|${PAST}) (?:[\\p{L}\\d]+ )?(?:${UNIT}|tijd)|onlangs|recent(?:elijk)?|recently|lately)(?![\\p{L}’'])`,
  'iu',
);

/** Whether a time is named of which nobody can say the days: "van de afgelopen jaren", "recently". */
export function isOfVagueTime(telling: string): boolean {
  return VAGUE.test(telling);
}
