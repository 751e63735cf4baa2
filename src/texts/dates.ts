import { daysIn } from '../letters/dates/months.ts';
import { type DateLanguage, dateInWords, datesInWords, monthInWords } from '../letters/dates/words.ts';

export type TextLanguage = DateLanguage;
export { dateInWords as formatDate, datesInWords as formatDates, monthInWords as formatMonth };

/** A period of ISO dates for people, as short as it can be said: "2021", "oktober 2021", or its first and last day. */
export function periodBounds(
  from: string | undefined,
  to: string | undefined,
  language: TextLanguage,
): readonly [string | null, string | null] {
  if (from && to && from.slice(0, 4) === to.slice(0, 4)) {
    if (from.endsWith('-01-01') && to.endsWith('-12-31')) return [from.slice(0, 4), from.slice(0, 4)];
    if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && endsMonth(to)) {
      const month = monthInWords(from, language);
      return [month, month];
    }
  }
  return [from ? dateInWords(from, language) : null, to ? dateInWords(to, language) : null];
}

function endsMonth(iso: string): boolean {
  const [year = 0, month = 1, day = 0] = iso.split('-').map(Number);
  return day === daysIn(year, month);
}
