/** The names of each month, January first: in Dutch, in English, and what either is shortened to. */
const MONTHS: readonly { readonly nl: string; readonly en: string; readonly short: readonly string[] }[] = [
  { nl: 'januari', en: 'january', short: ['jan'] },
  { nl: 'februari', en: 'february', short: ['feb', 'febr'] },
  { nl: 'maart', en: 'march', short: ['mrt', 'mar'] },
  { nl: 'april', en: 'april', short: ['apr'] },
  { nl: 'mei', en: 'may', short: [] },
  { nl: 'juni', en: 'june', short: ['jun'] },
  { nl: 'juli', en: 'july', short: ['jul'] },
  { nl: 'augustus', en: 'august', short: ['aug'] },
  { nl: 'september', en: 'september', short: ['sept', 'sep'] },
  { nl: 'oktober', en: 'october', short: ['okt', 'oct'] },
  { nl: 'november', en: 'november', short: ['nov'] },
  { nl: 'december', en: 'december', short: ['dec'] },
];

/** The Dutch names, January first, in lower case. */
export const DUTCH_MONTHS: readonly string[] = MONTHS.map(({ nl }) => nl);
/** The English names, January first, in lower case. */
export const ENGLISH_MONTHS: readonly string[] = MONTHS.map(({ en }) => en);
/** What the names are shortened to, without full stops. */
export const SHORT_MONTHS: readonly string[] = MONTHS.flatMap(({ short }) => short);

const NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap(({ nl, en, short }, i) => [nl, en, ...short].map((name) => [name, i + 1] as const)),
);

/** The number, 1 to 12, of a month in either language, also shortened; in lower case, without full stop. */
export function monthNumber(name: string): number | undefined {
  return NUMBERS.get(name);
}

/** What a month, 1 to 12, is called in either language, also shortened; in lower case, without full stop. */
export function monthNames(month: number): readonly string[] {
  return MONTHS.slice(month - 1, month).flatMap(({ nl, en, short }) => [nl, en, ...short]);
}

/** The name of a month, 1 to 12, as it is written within a sentence: "oktober", "October". */
export function monthName(month: number, language: 'nl' | 'en'): string {
  if (language === 'nl') return DUTCH_MONTHS[month - 1] ?? '';
  const name = ENGLISH_MONTHS[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** How many days a month, 1 to 12, has; without a year, in a leap year. */
export function daysIn(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}
