import { dayWritten } from '../../letters/dates/days.ts';
import { findDates } from '../../letters/dates/find.ts';
import { monthNames } from '../../letters/dates/months.ts';
import { daysNamed, type Period } from '../../letters/dates/periods.ts';
import { datesInYears } from '../../letters/dates/year-inference.ts';
import type { Letter } from '../../letters/types.ts';
import { anyPhrase } from '../analysis/phrases.ts';
import type { CorpusPassage } from '../types.ts';
import { hasContent } from './content.ts';
import { type DateRange, datesIn } from './dates.ts';
import { isReferredTo } from './letters-referred-to.ts';

/** Parts of a year or month, with which a time may be named. */
export const PARTS = 'eind|einde|begin|medio|half|halverwege|end of|early|late';

/** Before these a date bounds something; it is not the time that is asked about. */
const BOUND = new RegExp(
  `(?<!\\p{L})${anyPhrase(`
    tot
    tot en met
    t/m
    vanaf
    sinds
    vóór
    voor
    na
    naar
    rond
    tegen
    by
    until
    till
    since
    from
    before
    after
    for
    to
    towards
    than
  `)}\\s+(?:(?:de|het|the|${PARTS})\\s+)*$`,
  'iu',
);

/** Behind a year: "2023-2024", "2023/24"; two digits that could be a month are none. */
export const TO_YEAR = /^\s?[-–/]\s?(?<year>(?:19|20)\d\d|1[3-9]|[2-9]\d)(?!\d)/u;

/**
 * The one time that a question asks about ("over Irak in 2022", "Afghanistan okt 2021?"); null where there is none, or
 * more than one ("vergaderjaar 2023-2024").
 */
export function periodAsked(question: string): DateRange | null {
  const [date, ...others] = datesIn(question);
  const head = question.slice(0, date?.start);
  if (!date || others.length > 0 || BOUND.test(head) || isReferredTo(head)) return null;
  const isFirst = date.precision === 'year' && TO_YEAR.test(question.slice(date.end));
  return isFirst ? null : date;
}

const LEADING = /(?<!\p{L})(?:in|op|uit|van|on|of|tijdens|during)\s+(?:(?:de|het|the)\s*)?$/iu;

/** A question without the time it asks about; as it is where nothing else would be left. */
export function withoutPeriod(question: string): string {
  const date = periodAsked(question);
  if (!date) return question;
  const rest = `${question.slice(0, date.start).replace(LEADING, '')}${question.slice(date.end)}`;
  return hasContent(rest) ? rest : question;
}

/** Whether a letter is of then: its meeting's days, or its own. */
export function isOf({ from, to }: Period, { metadata }: Letter): boolean {
  const days = [...(metadata.meeting?.dates ?? []), metadata.letterDate ?? ''];
  return days.some((day) => day >= from && day <= to);
}

/** A month by any of its names, January first. */
const NAMES_MONTH = Array.from({ length: 12 }, (_, i) => new RegExp(`\\b(?:${monthNames(i + 1).join('|')})\\b`, 'i'));

/**
 * Whether a passage speaks of then in its own words: such a time belongs to what the letters say. The year of "op 15
 * december" is that of the nearest such day to the letter's.
 */
export function speaksOf(period: Period, { letter, passage }: CorpusPassage): boolean {
  return names(period, passage.text, letter);
}

/** Whether words of a letter name a day of a time. */
export function names(period: Period, text: string, { metadata }: Letter): boolean {
  const letterDate = dayWritten(metadata);
  if (!mayName(period, text, letterDate)) return false;
  const clues = { letterDate, sessionYear: null, years: () => new Map<number, number>() };
  return findDates(text).some((mention) => {
    const inYears = datesInYears(mention, clues, null);
    const named = inYears ? daysNamed({ ...mention, dates: inYears.dates }) : [];
    return named.some(({ from, to }) => from <= period.to && to >= period.from);
  });
}

/** Whether a text can name a day of a time at all, told at once: it is asked of all passages. */
function mayName({ from, to }: Period, text: string, letterDate: string | null): boolean {
  const years = [from, to].map((day) => day.slice(0, 4));
  if (years.some((year) => text.includes(year))) return true;
  const [first = 0, last = 0, written = 0] = [...years, letterDate?.slice(0, 4)].map(Number);
  if (last < written - 1 || first > written + 1) return false;
  const months = from.slice(0, 7) === to.slice(0, 7) ? [Number(from.slice(5, 7)) - 1] : NAMES_MONTH.keys();
  return [...months].some((month) => NAMES_MONTH[month]?.test(text));
}
