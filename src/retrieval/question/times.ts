import { type DateMention, findDates } from '../../letters/dates/find.ts';
import { addDays, type Days, daysNamed, hullOf } from '../../letters/dates/periods.ts';
import type { Span } from '../../letters/types.ts';
import { PARTS, TO_YEAR } from './period.ts';

/** A time that a text names, with the words that bound it: "tussen 2009 en 2015", "na mei 2015", "2011 en 2015". */
export interface Time extends Span {
  /** Any of these is meant. */
  readonly ranges: readonly Days[];
}

interface NamedTime extends Time {
  readonly isRange: boolean;
}

/** Before and behind all letters. */
const EVER: Days = { from: '0000-01-01', to: '9999-12-31' };

/** With these a part of a year or month is named. */
export const PART = `${PARTS}|mid`;
const NAMES_PART = new RegExp(`(?<!\\p{L})(?:${PART}) `, 'iu');
/** Words that say no more than that a time follows, or which part of it. */
const VAGUE = `(?:(?:de|het|the|${PART}|(?:periode|period|jaar|jaren|years?|maand|maanden|months?)(?: (?:van|of))?) ){0,8}`;
const TO = 't/m|tot(?: en met| aan)?|to|until|till|through|up to';
const THROUGH = new RegExp(`^ ?(?:[-–]|(?:${TO})(?!\\p{L})) ?${VAGUE}$`, 'iu');
const AND = new RegExp(
  `^ ?(?:[,/&]|,? ?(?:en|of|and|or)(?!\\p{L})) ?(?:(?:uit|van|in|op|from|of|on) )?${VAGUE}$`,
  'iu',
);
const PLAIN = leading('');
const NOTHING = /^/;
const LATER =
  /^ (?:(?:(?:en|of|and|or) )?(?:later|daarna|sindsdien|onwards?)|tot (?:nu|heden|vandaag)|(?:to|until|till) (?:now|date|today)|on(?=\W*$))(?!\p{L})/iu;
const EARLIER = /^ (?:en|of|and|or) (?:eerder|ervoor|daarvoor|vroeger|earlier|before)(?!\p{L})/iu;

/**
 * What bounds a time from before and behind, and the days that are meant then. Where what bounds it is only a part of a
 * year or month ("na begin 2015"), all of that belongs to them.
 */
const BOUNDS: readonly {
  readonly lead: RegExp;
  readonly tail?: RegExp;
  readonly days: (time: Days, ofPart: boolean) => Days;
}[] = [
  { lead: leading('(?:tussen|between) '), days: (time) => time },
  { lead: leading('(?:(?:vanaf|sinds|since) )?'), tail: LATER, days: ({ from }) => ({ ...EVER, from }) },
  { lead: PLAIN, tail: EARLIER, days: ({ to }) => ({ ...EVER, to }) },
  { lead: leading('(?:vanaf|sinds|since) '), days: ({ from }) => ({ ...EVER, from }) },
  {
    lead: leading('(?:na|after) '),
    days: ({ from, to }, ofPart) => ({ ...EVER, from: ofPart ? from : addDays(to, 1) }),
  },
  { lead: leading(`(?:${TO}) `), days: ({ to }) => ({ ...EVER, to }) },
  // Without "van" it is what something is for: "de agenda voor 3 mei".
  { lead: leading('(?:vóór|before|prior to|(?<=(?:van|uit|from) )voor) '), days: until },
];

/**
 * The times with a year that a text names, in order, with the words that bound them: a range is one time, and so is a
 * list. "Na 2015" begins with 2016; "sinds 2015" and "tot 2015" hold 2015.
 */
export function timesIn(text: string): Time[] {
  const times: NamedTime[] = [];
  for (const next of findDates(text).flatMap((mention) => timeNamed(text, mention) ?? [])) {
    const last = times.at(-1);
    const joined = last && join(text, last, next);
    if (joined) times.pop();
    times.push(joined ?? next);
  }
  return times.map((time) => bounded(text, time));
}

function timeNamed(text: string, mention: DateMention): NamedTime | null {
  const { start, end, isRange } = mention;
  const ranges = daysNamed(mention);
  const [first] = ranges;
  if (!first) return null;
  if (mention.dates[0]?.month !== null) return { start, end, ranges, isRange };
  if (isInName(text.slice(0, start))) return null;
  const tail = TO_YEAR.exec(text.slice(end));
  const year = tail?.groups?.year ?? '';
  const to = `${first.from.slice(0, 4 - year.length)}${year}-12-31`;
  if (!tail || to < first.to) return { start, end, ranges, isRange };
  return { start, end: end + tail[0].length, ranges: [{ from: first.from, to }], isRange: true };
}

/** A year right behind a word with a capital is part of a name: "NAVO 2030". */
function isInName(head: string): boolean {
  return /(?<!\p{L})(?=\p{Lu})(?<!^\W{0,20})\p{Lu}[\p{L}-]{0,80} $/u.test(head);
}

/** Two times as one, where nothing stands between them but what makes a list or a range of them. */
function join(text: string, last: NamedTime, next: NamedTime): NamedTime | null {
  if (next.start < last.end) return last;
  const between = spaced(text.slice(last.end, next.start));
  const both = { ...last, end: next.end };
  if (AND.test(between)) return { ...both, ranges: [...last.ranges, ...next.ranges] };
  if (!THROUGH.test(between)) return null;
  const range = hullOf([...last.ranges.slice(-1), ...next.ranges.slice(0, 1)]);
  const ranges = [...last.ranges.slice(0, -1), range ?? EVER, ...next.ranges.slice(1)];
  return { ...both, ranges, isRange: true };
}

/** A time with the words that bound it; a range has its bounds. */
function bounded(text: string, { start, end, ranges, isRange }: NamedTime): Time {
  const head = spaced(text.slice(0, start));
  const rest = spaced(text.slice(end));
  for (const { lead, tail = NOTHING, days } of BOUNDS) {
    const [before, behind] = [lead.exec(head), tail.exec(rest)];
    if (!before || !behind) continue;
    const left = isRange ? ranges : [days(hullOf(ranges) ?? EVER, NAMES_PART.test(before[0]))];
    return { start: before.index, end: end + behind[0].length, ranges: left };
  }
  return { start: PLAIN.exec(head)?.index ?? start, end, ranges };
}

/** What ends where a time begins. */
function leading(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})${words}${VAGUE}$`, 'iu');
}

/** One unit for one unit, so that places stay. */
function spaced(text: string): string {
  return text.replace(/\s/g, ' ');
}

function until({ from, to }: Days, ofPart: boolean): Days {
  return { ...EVER, to: ofPart ? to : addDays(from, -1) };
}
