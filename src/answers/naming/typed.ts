import { findDates, type WrittenDate } from '../../letters/dates/find.ts';
import { hullOf, type Period, periodOf } from '../../letters/dates/periods.ts';
import { typedPaper } from '../../letters/papers.ts';
import type { Span } from '../../letters/types.ts';
import { fold } from '../../retrieval/analysis/fold.ts';
import { beginning } from './beginning.ts';

/** What somebody typed to name a letter or a meeting, taken apart. All of it must hold. */
export interface Typed {
  /** What each date can mean; one of its readings must hold. */
  readonly dates: readonly (readonly WrittenDate[])[];
  /** From the first to the last day that is named with its year; null where none is. */
  readonly period: Period | null;
  /** A paper of parliament, as `paperSlugs` writes it. */
  readonly paper: string | null;
  readonly words: ReadonlySet<string>;
}

/** Words that stand in no name, and those that only say that a letter or a meeting is named. */
const EMPTY: ReadonlySet<string> = new Set(
  `de het een van voor en in op te bij met tot the of and at on from
  brief kamerbrief letter vergadering bijeenkomst meeting kamerstuk kamerstukken paper dossier nr nummer number`.split(
    /\s+/,
  ),
);
/** "2021-10". */
const MONTH = /(?<![\d-])(\d{4})-(0?[1-9]|1[0-2])(?![\d-])/g;

/** Reads dates ("okt 21", "2021-10", "4 november 2021"), a paper ("28 676 nr. 387") and words from what was typed. */
export function readTyped(text: string): Typed {
  const typed = beginning(text);
  const paper = typedPaper(typed);
  const withoutPaper = paper ? blank(typed, [paper]) : typed;
  const months = [...withoutPaper.matchAll(MONTH)].map(({ index, 0: whole, 1: year, 2: month }) => ({
    start: index,
    end: index + whole.length,
    readings: [{ year: Number(year), month: Number(month), day: null }],
  }));
  const rest = blank(withoutPaper, months);
  const mentions = findDates(rest).map(({ start, end, dates }) => ({
    start,
    end,
    readings: dates.flatMap((date) => readingsOf(date, /^\p{L}/u.test(rest.slice(start, end)))),
  }));
  const dates = [...months, ...mentions].map(({ readings }) => readings);
  return { dates, period: wholeOf(dates.flat()), paper: paper?.slug ?? null, words: nameWords(blank(rest, mentions)) };
}

/** The words of a name in the form in which they are compared. */
export function nameWords(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.replace(/^0+(?=\d)/, '')));
}

/** Whether a day (ISO) is one that a written date can mean. */
export function isDayOf(iso: string, { year, month, day }: WrittenDate): boolean {
  const [y, m, d] = iso.split('-').map(Number);
  return (year === null || year === y) && (month === null || month === m) && (day === null || day === d);
}

/** "okt 21" is a day of any year, or a month of 2021. */
function readingsOf(date: WrittenDate, monthFirst: boolean): WrittenDate[] {
  const { year, month, day } = date;
  if (year !== null || day === null || !monthFirst) return [date];
  return [date, { year: 2000 + day, month, day: null }];
}

function wholeOf(dates: readonly WrittenDate[]): Period | null {
  const periods = dates.flatMap((date) => periodOf(date) ?? []);
  const [first] = periods;
  return first && periods.length === dates.length ? { ...first, ...hullOf(periods) } : null;
}

function blank(text: string, spans: readonly Span[]): string {
  return spans.reduce(
    (left, { start, end }) => `${left.slice(0, start)}${' '.repeat(end - start)}${left.slice(end)}`,
    text,
  );
}
