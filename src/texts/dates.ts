import { and } from './words.ts';

export type TextLanguage = 'nl' | 'en';

const LOCALE = { nl: 'nl-NL', en: 'en-GB' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();

function format(iso: string, language: TextLanguage, options: Intl.DateTimeFormatOptions): string {
  // Making one costs tens of kilobytes outside the JavaScript heap, so each is made once.
  const key = `${language} ${JSON.stringify(options)}`;
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(LOCALE[language], { timeZone: 'UTC', ...options });
    formats.set(key, made);
  }
  return made.format(new Date(`${iso}T00:00:00Z`));
}

/** An ISO date for people: "4 november 2021", "4 November 2021". */
export function formatDate(iso: string, language: TextLanguage): string {
  return format(iso, language, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** The month of an ISO date: "oktober 2021". */
export function formatMonth(iso: string, language: TextLanguage): string {
  return format(iso, language, { month: 'long', year: 'numeric' });
}

/** ISO dates in ascending order, without what they share: "21 en 22 oktober 2021", "30 November and 1 December 2021". */
export function formatDates(dates: readonly string[], language: TextLanguage): string {
  const shown = dates.map((iso, index) => {
    const next = dates[index + 1];
    if (next?.slice(0, 7) === iso.slice(0, 7)) return format(iso, language, { day: 'numeric' });
    if (next?.slice(0, 4) === iso.slice(0, 4)) return format(iso, language, { day: 'numeric', month: 'long' });
    return formatDate(iso, language);
  });
  return and(shown, language === 'nl' ? 'en' : 'and');
}

/** A period of ISO dates for people, as short as it can be said: "2021", "oktober 2021", or its first and last day. */
export function periodBounds(
  from: string | undefined,
  to: string | undefined,
  language: TextLanguage,
): readonly [string | null, string | null] {
  if (from && to && from.slice(0, 4) === to.slice(0, 4)) {
    if (from.endsWith('-01-01') && to.endsWith('-12-31')) return [from.slice(0, 4), from.slice(0, 4)];
    if (from.slice(0, 7) === to.slice(0, 7) && from.endsWith('-01') && to === lastDayOfMonth(from)) {
      const month = formatMonth(from, language);
      return [month, month];
    }
  }
  return [from ? formatDate(from, language) : null, to ? formatDate(to, language) : null];
}

/** The last day of the month that an ISO date ("2021-10-01") falls in. */
export function lastDayOfMonth(iso: string): string {
  const [year = 0, month = 1] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
