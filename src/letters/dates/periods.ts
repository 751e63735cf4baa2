import { type DateMention, findDates, type WrittenDate } from './find.ts';
import { daysIn } from './months.ts';

/** A day, month or year: its first and last day, ISO. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly precision: 'day' | 'month' | 'year';
}

/** First and last day, ISO. */
export type Days = Pick<Period, 'from' | 'to'>;

/** The days of a date as it is written; null where its year is not known. */
export function periodOf({ year, month, day }: WrittenDate): Period | null {
  if (year === null) return null;
  if (month === null) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' };
  const start = `${year}-${two(month)}`;
  if (day !== null) return { from: `${start}-${two(day)}`, to: `${start}-${two(day)}`, precision: 'day' };
  return { from: `${start}-01`, to: `${start}-${daysIn(year, month)}`, precision: 'month' };
}

/** The ISO day so many days later; earlier for a negative number. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(iso) + days * 86_400_000).toISOString().slice(0, 10);
}

/** From the first of some days to their last; null where there are none. */
export function hullOf(periods: readonly Days[]): Days | null {
  const [first] = periods;
  if (!first) return null;
  return periods.reduce<Days>(
    (hull, { from, to }) => ({ from: from < hull.from ? from : hull.from, to: to > hull.to ? to : hull.to }),
    { from: first.from, to: first.to },
  );
}

/** The days of dates that were found in one place: each by itself, or all of a range. Those without a year are left out. */
export function daysNamed({ dates, isRange }: Pick<DateMention, 'dates' | 'isRange'>): readonly Days[] {
  const periods = dates.flatMap((date) => periodOf(date) ?? []);
  const hull = isRange ? hullOf(periods) : null;
  return hull ? [hull] : periods;
}

/** Reads what somebody typed as a date: "2021", "okt 2021", "2021-10", "21-10-2021". Null where it is none. */
export function readPeriod(typed: string): Period | null {
  const text = typed.trim();
  const numeric = /^(\d{4})-(\d{1,2})$/.exec(text);
  if (numeric) {
    const month = Number(numeric[2]);
    return month >= 1 && month <= 12 ? periodOf({ year: Number(numeric[1]), month, day: null }) : null;
  }
  const [mention] = findDates(text);
  const [date, ...others] = mention?.dates ?? [];
  const isWhole = mention !== undefined && mention.end - mention.start === text.length;
  return date && isWhole && others.length === 0 ? periodOf(date) : null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
