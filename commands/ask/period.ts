import { findDates, type WrittenDate } from '../../src/letters/dates.ts';
import { lastDayOfMonth } from '../../src/texts/dates.ts';

/** The first and last day of what somebody typed as a date: "2021", "okt 2021", "21-10-2021". Null where it is none. */
export function readDate(typed: string): { readonly first: string; readonly last: string } | null {
  const trimmed = typed.trim();
  const month = /^(\d{4})-(\d{1,2})$/.exec(trimmed);
  const mention = month ? null : findDates(trimmed)[0];
  const date: WrittenDate | undefined = month
    ? { year: Number(month[1]), month: Number(month[2]), day: null }
    : mention && mention.end - mention.start === trimmed.length && mention.dates.length === 1
      ? mention.dates[0]
      : undefined;
  return date ? daysOf(date) : null;
}

function daysOf({ year, month, day }: WrittenDate): { first: string; last: string } | null {
  if (year === null) return null;
  if (month === null) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (month < 1 || month > 12) return null;
  const start = `${year}-${String(month).padStart(2, '0')}`;
  if (day === null) return { first: `${start}-01`, last: lastDayOfMonth(`${start}-01`) };
  const date = `${start}-${String(day).padStart(2, '0')}`;
  return { first: date, last: date };
}
