import MiniSearch, { type SearchOptions } from 'minisearch';
import { fold } from '../../retrieval/analysis/fold.ts';
import { beginning } from './beginning.ts';

/** What autocomplete searches: one entry with the words by which people may call it. */
export interface Suggestible<T> {
  readonly value: T;
  readonly words: string;
  /** Only entries of the same scope are suggested together: a letter's id for its passages. */
  readonly scope?: string | undefined;
}

export interface Suggester<T> {
  /** Best first, also with typing errors; in given order for an empty text. */
  suggest(text: string, limit: number, scope?: string | null): T[];
}

/** Of more words the longest are searched: they say most, and few entries hold them. */
const MOST_TERMS = 6;
/** Shorter words are looked for as they stand, but for the last, which is still being typed: very many begin with them. */
const SHORTEST_PREFIX = 3;
/** Shorter words are misspelt into other words. */
const SHORTEST_FUZZY = 4;
/** How many letters of a word may be wrong, as a share of its length, and at most (Levenshtein 1965). */
const FUZZY = 0.2;
const MOST_WRONG = 2;

/**
 * Finds entries while their name is being typed: the last word may be unfinished, and where no entry holds all words, a
 * letter in five may be wrong. What one search can cost is bounded, whatever is typed: nobody else is answered meanwhile.
 */
export async function createSuggester<T>(entries: readonly Suggestible<T>[]): Promise<Suggester<T>> {
  const index = emptyIndex();
  // In slices, so that a large index does not hold up whoever is waiting meanwhile.
  await index.addAllAsync(numbered(entries), { chunkSize: 50 });
  return suggesterOver(index, entries);
}

/** The same at once, for as many entries as a letter has passages. */
export function suggesterOfFew<T>(entries: readonly Suggestible<T>[]): Suggester<T> {
  const index = emptyIndex();
  index.addAll(numbered(entries));
  return suggesterOver(index, entries);
}

interface Entry {
  readonly id: number;
  readonly words: string;
}

function emptyIndex(): MiniSearch<Entry> {
  return new MiniSearch<Entry>({
    fields: ['words'],
    processTerm: fold,
    searchOptions: { tokenize: searchTerms, combineWith: 'AND', maxFuzzy: MOST_WRONG },
  });
}

function numbered(entries: readonly Suggestible<unknown>[]): Entry[] {
  return entries.map(({ words }, id) => ({ id, words }));
}

function suggesterOver<T>(index: MiniSearch<Entry>, entries: readonly Suggestible<T>[]): Suggester<T> {
  return {
    suggest(text, limit, scope = null) {
      const inScope = (id: number) => scope === null || entries[id]?.scope === scope;
      const typed = beginning(text);
      if (searchTerms(typed).length === 0)
        return entries
          .filter((_, id) => inScope(id))
          .slice(0, limit)
          .map(({ value }) => value);
      const filter = ({ id }: { id: number }) => inScope(id);
      for (const how of TRIED) {
        const found = index.search(typed, { ...how, filter });
        if (found.length > 0) return found.slice(0, limit).flatMap(({ id }) => entries[id]?.value ?? []);
      }
      return [];
    },
  };
}

const prefix = (term: string, at: number, terms: string[]) =>
  term.length >= SHORTEST_PREFIX - (at === terms.length - 1 ? 1 : 0);
const fuzzy = (term: string) => term.length >= SHORTEST_FUZZY && FUZZY;

/** Ways to search, each only where the one before finds nothing: all words, misspelt ones, some of them. */
const TRIED: readonly SearchOptions[] = [{ prefix }, { prefix, fuzzy }, { prefix, fuzzy, combineWith: 'OR' }];

/** The words to search for: each once, in order, no more than {@link MOST_TERMS}. */
function searchTerms(text: string): string[] {
  const terms = [...new Set(fold(text).match(/[^\n\r\p{Z}\p{P}]+/gu))];
  const longest = [...terms].sort((a, b) => b.length - a.length).slice(0, MOST_TERMS);
  return terms.filter((term) => longest.includes(term));
}
