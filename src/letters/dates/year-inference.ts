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
/** Where a month lies that is named without a day. */
const MIDDLE_OF_MONTH = 15;

/**
 * The ISO days of a mention, with their year as {@link datesInYears} works it out. Null where it names no whole day.
 *
 * @param expected which way from the letter's date the day must lie where the mention does not say so.
 */
export function resolveDates(
  mention: DateMention,
  clues: YearClues,
  expected: 'past' | 'future' | null,
): ResolvedDates | null {
  const days = mention.dates.filter((date) => date.day !== null && date.month !== null);
  const resolved = datesInYears({ ...mention, dates: days }, clues, expected);
  const iso = resolved?.dates.flatMap((date) => toIso(date) ?? []) ?? [];
  return resolved && iso.length > 0 ? { ...resolved, dates: [...new Set(iso)].sort() } : null;
}

/**
 * The dates of a mention, each with its year; a missing one is worked out from the letter's date (the nearest such day or
 * month in the direction meant), the parliamentary year, or the year the text names most. Null where that is not known.
 *
 * @param expected which way from the letter's date they must lie where the mention does not say so.
 */
export function datesInYears(
  { dates, direction }: Pick<DateMention, 'dates' | 'direction'>,
  clues: YearClues,
  expected: 'past' | 'future' | null,
): { readonly dates: readonly WrittenDate[]; readonly inferredFrom: string | null } | null {
  const [first] = dates;
  if (!first || first.year !== null) return first ? { dates, inferredFrom: null } : null;
  const inferred = inferYear(dates, clues, direction ?? expected);
  if (!inferred) return null;
  let { year } = inferred;
  const inYears = dates.map((date, i) => {
    if ((dates[i - 1]?.month ?? 0) > (date.month ?? 0)) year += 1;
    return { ...date, year: date.year ?? year };
  });
  return { dates: inYears, inferredFrom: inferred.from };
}

/** The year of the first of some dates that all of them have: most have no 29 February. Null where none can be meant. */
function inferYear(
  dates: readonly WrittenDate[],
  { letterDate, sessionYear, years }: YearClues,
  direction: 'past' | 'future' | null,
): { year: number; from: string } | null {
  const isoIn = (year: number) => dates.map((date) => toIso({ ...date, day: date.day ?? MIDDLE_OF_MONTH }, year));
  const hasAll = (year: number) => isoIn(year).every((iso) => iso !== null);
  if (letterDate !== null) {
    const own = Number(letterDate.slice(0, 4));
    const from = direction === 'future' ? letterDate : `${own - 1}${letterDate.slice(4)}`;
    const to = direction === 'past' ? letterDate : `${own + 1}${letterDate.slice(4)}`;
    const away = (iso: string) => Math.abs(Date.parse(iso) - Date.parse(letterDate));
    const [nearest] = [own, own + 1, own - 1]
      .filter(hasAll)
      .flatMap((year) => isoIn(year)[0] ?? [])
      .filter((iso) => from <= iso && iso <= to)
      .sort((a, b) => away(a) - away(b));
    return nearest === undefined ? null : { year: Number(nearest.slice(0, 4)), from: `letterDate ${letterDate}` };
  }
  if (sessionYear !== null) {
    const year = (dates[0]?.month ?? 1) >= SESSION_STARTS ? sessionYear : sessionYear + 1;
    return hasAll(year) ? { year, from: `vergaderjaar ${sessionYear}–${sessionYear + 1}` } : null;
  }
  const most = [...years()].sort((a, b) => b[1] - a[1] || b[0] - a[0]).find(([year]) => hasAll(year));
  return most ? { year: most[0], from: `the years named in the text (${most[0]})` } : null;
}
