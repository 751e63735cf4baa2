import type { LetterMetadata } from '../types.ts';

/** The dates of a letter; ISO, those of its meeting ascending. */
export type Dated = Pick<LetterMetadata, 'letterDate'> & {
  readonly meeting: { readonly dates: readonly string[] } | null;
};

/** The day a letter was written: its own date, or the last day of its meeting where it bears none. */
export function dayWritten({ letterDate, meeting }: Dated): string | null {
  return letterDate ?? meeting?.dates.at(-1) ?? null;
}

/** Sorts by the day that letters were written, the oldest first; those that bear none before all others. */
export function byDayWritten(a: Dated, b: Dated): number {
  return (dayWritten(a) ?? '').localeCompare(dayWritten(b) ?? '');
}

/** The day a letter is about: the last day of its meeting, or its own date where it is about none. */
export function dayAbout({ letterDate, meeting }: Dated): string | null {
  return meeting?.dates.at(-1) ?? letterDate;
}

/** All days by which a letter may be called: those of its meeting and its own. */
export function daysOf({ letterDate, meeting }: Dated): string[] {
  return [...(meeting?.dates ?? []), ...(letterDate === null ? [] : [letterDate])];
}
