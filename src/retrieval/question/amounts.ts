import type { Corpus } from '../types.ts';

const SCALES: Readonly<Record<string, number>> = {
  duizend: 1e3,
  thousand: 1e3,
  miljoen: 1e6,
  mln: 1e6,
  million: 1e6,
  miljard: 1e9,
  mld: 1e9,
  billion: 1e9,
};
const ENGLISH: ReadonlySet<string> = new Set(['thousand', 'million', 'billion']);
/** An amount of money in digits: "40 000 euro", "€ 1.250.000", "1,25 miljoen", "1.25 million". */
const AMOUNT = new RegExp(
  `(?<![\\p{L}\\d.,-])(?<euro>€ ?)?(?<digits>\\d{1,3}(?:[. ,\\u00A0]\\d{3})+|\\d+(?:[.,]\\d+)?)(?: ?(?<scale>${Object.keys(SCALES).join('|')})\\b\\.?)?(?=(?<unit>\\s?(?:euro|eur|€))?)(?![\\d]|[.,]\\d)`,
  'giu',
);
const GROUPED = /^\d{1,3}(?:[. ,\u00A0]\d{3})+$/;

/**
 * A question with its amounts of money as the letters write them: "40.000 euro" as "40 000 euro" where only that stands
 * there, "1.25 million" as "1.250.000". Amounts that stand nowhere, and those that stand as they were typed, are left.
 */
export function withAmounts(question: string, { passages }: Pick<Corpus, 'passages'>): string {
  const standsThere = (form: string): boolean => {
    const written = new RegExp(`(?<![\\d.,])${form.replace(/[.+]/g, '\\$&')}(?![\\p{L}\\d]|[.,]\\d)`, 'u');
    return passages.some(({ passage }) => passage.text.includes(form) && written.test(passage.text));
  };
  return question.replace(AMOUNT, (whole, ...rest) => {
    const { euro, digits = '', scale, unit }: Partial<Record<string, string>> = rest.at(-1);
    if (euro === undefined && unit === undefined && scale === undefined) return whole;
    const typed = scale === undefined ? digits : whole.slice(euro?.length ?? 0);
    if (standsThere(typed)) return whole;
    const form = formsOf(amountOf(digits, scale?.toLowerCase())).find(standsThere);
    return form === undefined ? whole : `${euro ?? ''}${form}`;
  });
}

function amountOf(digits: string, scale: string | undefined): number {
  // Behind "million" a point is a decimal one, whatever follows it.
  const isGrouped = GROUPED.test(digits) && !(scale !== undefined && ENGLISH.has(scale));
  const value = Number(isGrouped ? digits.replace(/\D/g, '') : digits.replace(',', '.'));
  return Math.round(value * (SCALES[scale ?? ''] ?? 1));
}

/** How letters can write an amount. */
function formsOf(value: number): string[] {
  const grouped = (by: string, of: number): string => String(of).replace(/\B(?=(?:\d{3}){1,20}$)/g, by);
  const scaled = (['miljard', 'miljoen', 'mln', 'duizend'] as const).flatMap((word) => {
    const of = value / (SCALES[word] ?? 1);
    if (of < 0.1 || !Number.isInteger(of * 1000)) return [];
    const number = Number.isInteger(of) ? grouped('.', of) : String(of).replace('.', ',');
    return [`${number} ${word}`];
  });
  return [...['.', ' ', '\u00A0', ''].map((by) => grouped(by, value)), ...scaled];
}
