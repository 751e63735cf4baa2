import type { DateMention } from './find.ts';
import { toIso } from './find.ts';

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
  const first = mention.dates.find((date) => date.day !== null && date.month !== null);
  if (!first) return null;
  const inferred =
    first.year === null ? inferYear(first.month ?? 1, first.day ?? 1, clues, mention.direction ?? expected) : null;
  const iso = mention.dates.flatMap((date) => toIso(date, inferred?.year ?? null) ?? []);
  if (iso.length === 0) return null;
  return { dates: [...new Set(iso)].sort(), inferredFrom: first.year === null ? (inferred?.from ?? null) : null };
}

function inferYear(
  month: number,
  day: number,
  clues: YearClues,
  direction: 'past' | 'future' | null,
): { year: number; from: string } | null {
  if (clues.letterDate !== null) {
    const year = Number(clues.letterDate.slice(0, 4));
    const inLetterYear = toIso({ year, month, day }) ?? '';
    const from = `letterDate ${clues.letterDate}`;
    if (direction === 'past' && inLetterYear > clues.letterDate) return { year: year - 1, from };
    if (direction === 'future' && inLetterYear < clues.letterDate) return { year: year + 1, from };
    return { year, from };
  }
  if (clues.sessionYear !== null) {
    const year = month >= SESSION_STARTS ? clues.sessionYear : clues.sessionYear + 1;
    return { year, from: `vergaderjaar ${clues.sessionYear}–${clues.sessionYear + 1}` };
  }
  const [most] = [...clues.years()].sort((a, b) => b[1] - a[1] || b[0] - a[0]);
  return most ? { year: most[0], from: `the years named in the text (${most[0]})` } : null;
}
