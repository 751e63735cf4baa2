import MiniSearch from 'minisearch';
import { fold } from '../../retrieval/analysis/fold.ts';

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

/** Finds entries while their name is being typed: the last word may be unfinished, a word in five letters wrong. */
export async function createSuggester<T>(entries: readonly Suggestible<T>[]): Promise<Suggester<T>> {
  const index = new MiniSearch<{ id: number; words: string }>({
    fields: ['words'],
    processTerm: fold,
    searchOptions: { prefix: true, fuzzy: (term) => (term.length > 3 ? 0.2 : false), combineWith: 'AND' },
  });
  // In slices, so that a large index does not hold up whoever is waiting meanwhile.
  await index.addAllAsync(
    entries.map(({ words }, id) => ({ id, words })),
    { chunkSize: 50 },
  );
  return {
    suggest(text, limit, scope = null) {
      const inScope = (id: number) => scope === null || entries[id]?.scope === scope;
      if (text.trim() === '')
        return entries
          .filter((_, id) => inScope(id))
          .slice(0, limit)
          .map(({ value }) => value);
      const filter = ({ id }: { id: number }) => inScope(id);
      const all = index.search(text, { filter });
      const found = all.length > 0 ? all : index.search(text, { filter, combineWith: 'OR' });
      return found.slice(0, limit).flatMap(({ id }) => entries[id]?.value ?? []);
    },
  };
}
