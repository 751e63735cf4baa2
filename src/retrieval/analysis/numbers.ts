import { DUTCH_MONTHS, ENGLISH_MONTHS, monthName, monthNumber, SHORT_MONTHS } from '../../letters/dates/months.ts';

/** The digits of number words in both languages; "een" is left out, it is an article far more often. */
const NUMBER_WORDS = new Map<string, string>([
  ...from(2, 1, 'twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien'),
  ...from(18, 1, 'achttien negentien twintig'),
  ...from(1, 1, 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'),
  ...from(17, 1, 'seventeen eighteen nineteen twenty'),
  ...from(30, 10, 'dertig veertig vijftig zestig zeventig tachtig negentig honderd'),
  ...from(30, 10, 'thirty forty fifty sixty seventy eighty ninety hundred'),
]);

/** Names of months that are also ordinary words: months only beside a number. */
const DOUBTFUL = new Set('march may jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));

function from(first: number, step: number, words: string): [string, string][] {
  return words.split(' ').map((word, index) => [word, String(first + index * step)]);
}

/** All words that `canonicalNumber` knows. */
export const NUMBER_NAMES: readonly string[] = [
  ...NUMBER_WORDS.keys(),
  ...DUTCH_MONTHS,
  ...ENGLISH_MONTHS,
  ...SHORT_MONTHS,
];

/** A number word as digits, a month by its Dutch name; null for any other word. `beside`: a number stands next to it. */
export function canonicalNumber(word: string, beside: boolean): string | null {
  const month = monthNumber(word);
  if (month && (beside || !DOUBTFUL.has(word))) return monthName(month, 'nl');
  return NUMBER_WORDS.get(word) ?? null;
}
