import { DUTCH_MONTHS, ENGLISH_MONTHS, monthName, monthNumber, SHORT_MONTHS } from '../../letters/dates/months.ts';
import { NUMBER_PARTS, numberOfWord } from './number-words.ts';

/** Names of months that are also ordinary words: months only beside a number. */
const DOUBTFUL = new Set('march may jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '));

/** The parts of all words that `canonicalNumber` knows. */
export const NUMBER_NAMES: readonly string[] = [...NUMBER_PARTS, ...DUTCH_MONTHS, ...ENGLISH_MONTHS, ...SHORT_MONTHS];

/** A number word as digits, a month by its Dutch name; null for any other word. `beside`: a number stands next to it. */
export function canonicalNumber(word: string, beside: boolean): string | null {
  const month = monthNumber(word);
  if (month && (beside || !DOUBTFUL.has(word))) return monthName(month, 'nl');
  const number = numberOfWord(word);
  return number === null ? null : String(number);
}
