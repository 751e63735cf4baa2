import { fold } from '../retrieval/analysis/fold.ts';
import { createSuggester } from './suggest.ts';

/** Something people name by a date or words. */
export interface Named<T> {
  readonly value: T;
  /** The words by which it may be called. */
  readonly words: string;
  /** Ids and file names that mean it and nothing else. */
  readonly ids: readonly string[];
}

/** What a name can mean. */
export interface Found<T> {
  /** What it means, where that can be only one. */
  readonly only: T | null;
  /** Else the nearest, best first. */
  readonly choices: readonly T[];
}

export interface NameFinder<T> {
  find(typed: string): Found<T>;
  /** For autocomplete, best first; all for an empty text. */
  suggest(typed: string, limit: number): readonly T[];
}

/** How many there are to choose from where a name is not clear. */
const CHOICES = 8;

/**
 * Finds what people name: every word typed must stand in its words, a number as it is ("21" is no part of "2021"), a
 * word perhaps unfinished; where nothing fits, the nearest are offered, also with typing errors.
 */
export async function createNameFinder<T>(entries: readonly Named<T>[]): Promise<NameFinder<T>> {
  const sets = entries.map(({ value, words }) => ({ value, words: wordSet(words) }));
  const suggester = await createSuggester(entries);
  const exact = (typed: string): T[] => {
    const wanted = wordSet(typed);
    return wanted.size === 0 ? [] : sets.filter(({ words }) => holdsAll(words, wanted)).map(({ value }) => value);
  };
  return {
    find(typed) {
      const named = entries.find(({ ids }) => ids.includes(typed.trim()));
      const found = named ? [named.value] : exact(typed);
      const [first] = found;
      if (first !== undefined && found.length === 1) return { only: first, choices: [] };
      const nearest = found.length > 0 ? found : suggester.suggest(typed, CHOICES);
      const choices = nearest.length > 0 ? nearest : entries.map(({ value }) => value);
      return { only: null, choices: choices.slice(0, CHOICES) };
    },
    suggest(typed, limit) {
      const found = exact(typed);
      return found.length > 0 ? found.slice(0, limit) : suggester.suggest(typed, limit);
    },
  };
}

const SMALL: ReadonlySet<string> = new Set('de het een van voor en in op te bij met tot the of and at on'.split(' '));

function wordSet(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.replace(/^0+(?=\d)/, '')));
}

function holdsAll(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  return [...wanted].every((word) => {
    if (words.has(word)) return true;
    if (/^\d/.test(word) || word.length < 3) return false;
    for (const own of words) if (own.startsWith(word)) return true;
    return false;
  });
}
