import { type CompoundSplitter, compoundsOf } from '../analysis/compounds.ts';
import { listedStems } from '../analysis/listed-stems.ts';
import { stem } from '../analysis/stem.ts';
import type { Postings } from './postings.ts';

/** Tells which terms a corpus holds. */
export class HeldTerms {
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #split: CompoundSplitter;
  readonly #mayBeSplit: (word: string) => boolean;

  /** @param forms all words that stand in the corpus */
  constructor({ terms }: Postings, forms: readonly string[], split: CompoundSplitter) {
    this.#numbers = new Map(terms.map((term, number) => [term, number]));
    this.#split = split;
    const listed = terms.flatMap((term) => listedStems().get(term)?.words ?? []);
    this.#mayBeSplit = compoundsOf([...forms, ...listed]);
  }

  /**
   * The numbers in the postings of what makes up a term; of a compound that the corpus lacks those of its parts. Empty where
   * one is missing.
   * @param stems of the term's content words
   */
  find(term: string, stems: readonly string[]): readonly number[] {
    const own = this.#all(stems);
    if (own.length > 0 || stems.length !== 1) return own;
    const word = term.toLowerCase();
    return this.#mayBeSplit(word) ? this.#all(this.#split(word).map((part) => stem.nl(part))) : [];
  }

  #all(stems: readonly string[]): number[] {
    const found: number[] = [];
    for (const each of stems) {
      const number = this.#numbers.get(each);
      if (number === undefined) return [];
      found.push(number);
    }
    return found;
  }
}
