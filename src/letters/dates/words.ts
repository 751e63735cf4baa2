import { monthName } from './months.ts';

export type DateLanguage = 'nl' | 'en';

const LISTS = {
  nl: new Intl.ListFormat('nl-NL', { type: 'conjunction' }),
  en: new Intl.ListFormat('en-GB', { type: 'conjunction' }),
} as const;

/** An ISO date in words: "4 november 2021", "4 November 2021". */
export function dateInWords(iso: string, language: DateLanguage): string {
  const { year, month, day } = readIso(iso);
  return `${day} ${monthName(month, language)} ${year}`;
}

/** The month of an ISO date: "oktober 2021". */
export function monthInWords(iso: string, language: DateLanguage): string {
  const { year, month } = readIso(iso);
  return `${monthName(month, language)} ${year}`;
}

/** ISO dates in ascending order, without what they share: "21 en 22 oktober 2021", "30 November and 1 December 2021". */
export function datesInWords(dates: readonly string[], language: DateLanguage): string {
  const words = dates.map((iso, i) => {
    const { month, day } = readIso(iso);
    const next = dates[i + 1];
    if (next?.slice(0, 7) === iso.slice(0, 7)) return String(day);
    if (next?.slice(0, 4) === iso.slice(0, 4)) return `${day} ${monthName(month, language)}`;
    return dateInWords(iso, language);
  });
  return LISTS[language].format(words);
}

function readIso(iso: string): { year: number; month: number; day: number } {
  const [year = 0, month = 0, day = 0] = iso.split('-').map(Number);
  return { year, month, day };
}
