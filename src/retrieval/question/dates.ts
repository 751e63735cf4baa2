import { findDates, type WrittenDate } from '../../letters/dates.ts';

/** A day, month or year that a question names: ISO dates, inclusive. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
  readonly precision: 'day' | 'month' | 'year';
  /** Where it stands in the question, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The dates with a year that a text names, in order; a list of days is one range. */
export function datesIn(text: string): DateRange[] {
  return findDates(text).flatMap(({ dates, start, end }) => {
    const ranges = dates.flatMap((date) => rangeOf(date) ?? []);
    const [first] = ranges;
    if (!first) return [];
    const from = ranges.map((range) => range.from).sort()[0]!;
    const to = ranges
      .map((range) => range.to)
      .sort()
      .at(-1)!;
    return [{ from, to, precision: first.precision, start, end }];
  });
}

/** The months, 1 to 12, that a text names without a year. */
export function monthsIn(text: string): number[] {
  return findDates(text).flatMap(({ dates }) =>
    dates.flatMap(({ year, month }) => (year === null && month !== null ? [month] : [])),
  );
}

function rangeOf({ year, month, day }: WrittenDate): Pick<DateRange, 'from' | 'to' | 'precision'> | null {
  if (year === null) return null;
  if (month === null) return { from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' };
  const start = `${year}-${two(month)}`;
  if (day === null) {
    const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
    return { from: `${start}-01`, to: `${start}-${days}`, precision: 'month' };
  }
  return { from: `${start}-${two(day)}`, to: `${start}-${two(day)}`, precision: 'day' };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
