import type { Language } from '../types.ts';
import { fold } from './fold.ts';

const UNITS = {
  nl: 'een twee drie vier vijf zes zeven acht negen'.split(' '),
  en: 'one two three four five six seven eight nine'.split(' '),
};
const TEENS = {
  nl: 'tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(' '),
  en: 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' '),
};
const TENS = {
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig'.split(' '),
  en: 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
};

/** The numbers below a hundred as they are written, without spaces and hyphens. */
const BELOW_HUNDRED: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  nl: belowHundred('nl', (tens, unit) => `${unit}en${tens}`),
  en: belowHundred('en', (tens, unit) => tens + unit).set('a', 1),
};

function belowHundred(language: Language, join: (tens: string, unit: string) => string): Map<string, number> {
  const numbers = new Map([...UNITS[language], ...TEENS[language]].map((word, i) => [word, i + 1]));
  for (const [i, tens] of TENS[language].entries()) {
    numbers.set(tens, 10 * (i + 2));
    for (const [j, unit] of UNITS[language].entries()) numbers.set(join(tens, unit), 10 * (i + 2) + j + 1);
  }
  return numbers;
}

/** All words for a number below a hundred, and those for a hundred and a thousand. */
export const NUMBER_PARTS: readonly string[] = [
  ...BELOW_HUNDRED.nl.keys(),
  ...BELOW_HUNDRED.en.keys(),
  ...['honderd', 'hundred', 'duizend', 'thousand'],
];

const HUNDRED = /^(.*?)(?:honderd|hundred)(?:(?:en|and)(?=.))?(.*)$/s;
const THOUSAND = /^(.*?)(?:duizend|thousand)(?:(?:en|and)(?=.))?(.*)$/s;
const ONE_AND_A_HALF = /^anderhal(?:f|ve)$/;
const HALF = /^(?:een|a)?hal(?:f|ve)a?$/;
const AND_A_HALF = /^(.+?)(?:en(?:een)?hal(?:f|ve)|anda?half)$/;

/**
 * The number that words give, below a million, in a language or in either: "zevenhonderd", "vijf en twintig", "two hundred
 * and six", "anderhalf", "een half"; null where they give none. "Een" and "a" are 1: where they are articles, their place
 * tells.
 */
export function numberOf(words: string, language?: Language): number | null {
  const letters = fold(words).replace(/[\s-]+/g, '');
  if (ONE_AND_A_HALF.test(letters)) return 1.5;
  if (HALF.test(letters)) return 0.5;
  const whole = AND_A_HALF.exec(letters)?.[1];
  const number = multipleOf(1_000, THOUSAND, whole ?? letters, (thousands) =>
    multipleOf(100, HUNDRED, thousands, (rest) => small(rest, language)),
  );
  return number !== null && whole !== undefined ? number + 0.5 : number;
}

function small(letters: string, language: Language | undefined): number | null {
  const { nl, en } = BELOW_HUNDRED;
  return (language !== 'en' && nl.get(letters)) || (language !== 'nl' && en.get(letters)) || null;
}

/** What letters give that may count some `size`: how many stands before its word, the rest behind it. */
function multipleOf(size: number, word: RegExp, letters: string, read: (part: string) => number | null): number | null {
  const match = word.exec(letters);
  if (!match) return read(letters);
  const [, before = '', behind = ''] = match;
  const count = before === '' ? 1 : read(before);
  const rest = behind === '' ? 0 : read(behind);
  return count === null || rest === null ? null : count * size + rest;
}

const ARTICLES: ReadonlySet<string> = new Set(['een', 'a']);
/** What a word holds that is more than a number below a hundred in plain letters. */
const MORE = /honderd|hundred|duizend|thousand|hal[fv]|[^a-z]/;

/** The number that one word in small letters is; null for "een" and "a", which are articles far more often, and "half". */
export function numberOfWord(word: string, language?: Language): number | null {
  if (ARTICLES.has(word)) return null;
  const number = MORE.test(word) ? numberOf(word, language) : small(word, language);
  return number === null || number < 1 ? null : number;
}

/** A Dutch text with its number words as digits: "700 asielzoekers", "1.5 jaar". */
export function inDigits(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => String(numberOfWord(word.toLowerCase(), 'nl') ?? word));
}
