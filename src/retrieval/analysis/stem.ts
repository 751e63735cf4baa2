import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import type { Language } from '../types.ts';

const CACHE_SIZE = 50_000;

function cached(stemmer: (word: string) => string): (word: string) => string {
  const cache = new Map<string, string>();
  return (word) => {
    const known = cache.get(word);
    if (known !== undefined) return known;
    if (cache.size >= CACHE_SIZE) cache.clear();
    const stem = /[\d\p{Lu}]/u.test(word) ? word : stemmer(word);
    cache.set(word, stem);
    return stem;
  };
}

/** Snowball stemmers (Porter 2001; Dutch by Kraaij and Pohlmann) over folded words; abbreviations in capitals stay. */
export const stem: Readonly<Record<Language, (word: string) => string>> = {
  nl: cached(dutch),
  en: cached(english),
};
