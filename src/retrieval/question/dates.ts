import { findDates } from '../../letters/dates/find.ts';
import { hullOf, type Period, periodOf } from '../../letters/dates/periods.ts';
import { contentWords } from '../analysis/content-words.ts';

/** A day, month or year that a question names. */
export interface DateRange extends Period {
  /** Where it stands in the question, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The dates with a year that a text names, in order; a list is one range. */
export function datesIn(text: string): DateRange[] {
  return findDates(text).flatMap(({ dates, start, end }) => {
    const periods = dates.flatMap((date) => periodOf(date) ?? []);
    const [first] = periods;
    return first ? [{ ...first, ...hullOf(periods), start, end }] : [];
  });
}

/** A text without the dates it names. */
export function withoutDates(text: string): string {
  let left = '';
  let at = 0;
  for (const { start, end } of findDates(text)) {
    left += text.slice(at, start);
    at = end;
  }
  return left + text.slice(at);
}

/** The months, 1 to 12, that a text names without a year. */
export function monthsIn(text: string): number[] {
  return findDates(text).flatMap(({ dates }) =>
    dates.flatMap(({ year, month }) => (year === null && month !== null ? [month] : [])),
  );
}

/** Whether a text names a time and says nothing else. */
export function namesOnlyTime(text: string): boolean {
  return datesIn(text).length > 0 && contentWords(withoutDates(text)).length === 0;
}
