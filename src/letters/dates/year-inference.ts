import { type DateMention, toIso, type WrittenDate } from './find.ts';

/** What is known about when a letter was written. */
export interface YearClues {
  /** ISO date of the letter. */
  readonly letterDate: string | null;
  /** First year of the parliamentary year, from "vergaderjaar 2017–2018". */
  readonly sessionYear: number | null;
  /** Years the text names, with how often; asked only where nothing else is known. */
  readonly years: () => ReadonlyMap<number, number>;
}

export interface ResolvedDates {
  /** ISO, ascending, each once. */
  readonly dates: readonly string[];
  /** What the year was worked out from; null where it is written. */
  readonly inferredFrom: string | null;
}

/** The parliamentary year begins on Prinsjesdag, the third Tuesday of September. */
const SESSION_STARTS = 9;

/**
 * The ISO days of a mention; a missing year is worked out from the letter's date (the nearest such day in the
 * direction meant), the parliamentary year, or the year the text names most. Null where it names no whole day.
 *
 * @param expected which way from the letter's date the day must lie where the mention does not say so.
 */
export function resolveDates(
  mention: DateMention,
  clues: YearClues,
  expected: 'past' | 'future' | null,
): ResolvedDates | null {
  const days = mention.dates.filter((date) => date.day !== null && date.month !== null);
  const [first] = days;
  if (!first) return null;
  const inferred = first.year === null ? inferYear(days, clues, mention.direction ?? expected) : null;
  const iso = mention.dates.flatMap((date) => toIso(date, inferred?.year ?? null) ?? []);
  if (iso.length === 0) return null;
  return { dates: [...new Set(iso)].sort(), inferredFrom: first.year === null ? (inferred?.from ?? null) : null };
}

/** A year that has all the days: most have no 29 February. Null where none that can be meant has them. */
function inferYear(
  days: readonly WrittenDate[],
  { letterDate, sessionYear, years }: YearClues,
  direction: 'past' | 'future' | null,
): { year: number; from: string } | null {
  const hasAll = (year: number): boolean => days.every((day) => toIso(day, year) !== null);
  const [first] = days;
  if (!first) return null;
  if (letterDate !== null) {
    const own = Number(letterDate.slice(0, 4));
    const from = direction === 'future' ? letterDate : `${own - 1}${letterDate.slice(4)}`;
    const to = direction === 'past' ? letterDate : `${own + 1}${letterDate.slice(4)}`;
    const year = [own, own + 1, own - 1].find((one) => {
      const iso = toIso(first, one);
      return iso !== null && from <= iso && iso <= to && hasAll(one);
    });
    return year === undefined ? null : { year, from: `letterDate ${letterDate}` };
  }
  if (sessionYear !== null) {
    const year = (first.month ?? 1) >= SESSION_STARTS ? sessionYear : sessionYear + 1;
    return hasAll(year) ? { year, from: `vergaderjaar ${sessionYear}–${sessionYear + 1}` } : null;
  }
  const most = [...years()].sort((a, b) => b[1] - a[1] || b[0] - a[0]).find(([year]) => hasAll(year));
  return most ? { year: most[0], from: `the years named in the text (${most[0]})` } : null;
}
