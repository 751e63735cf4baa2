import { type HyphenFate, hyphenFate } from './hyphens.ts';
import type { Vocabulary, WordCounts } from './vocabulary.ts';

/** Decides about the hyphen at a line end between two halves of a word. */
export type DecideHyphen = (left: string, right: string) => HyphenFate;

/** Two halves as one text: no word has a space. */
export const pairOf = (left: string, right: string): string => `${left} ${right}`;

/**
 * What becomes of line-end hyphens in one body of letters. Each pair of halves is decided once, and words are counted when
 * the first pair asks for them.
 */
export class Fates {
  readonly #decided = new Map<string, HyphenFate>();
  readonly #count: () => WordCounts;
  readonly #vocabulary: Vocabulary;
  #words: WordCounts | null = null;

  /** @param count counts the words of the letters */
  constructor(count: () => WordCounts) {
    this.#count = count;
    this.#vocabulary = {
      count: (word) => this.#counted().count(word),
      isAcronym: (word) => this.#counted().isAcronym(word),
    };
  }

  /** Every pair that was asked about. */
  get decided(): ReadonlyMap<string, HyphenFate> {
    return this.#decided;
  }

  /** What was counted; null where no pair asked for it. */
  get words(): WordCounts | null {
    return this.#words;
  }

  readonly decide: DecideHyphen = (left, right) => this.of(pairOf(left, right));

  /** @param pair as `pairOf` writes it */
  of(pair: string): HyphenFate {
    const decided = this.#decided.get(pair);
    if (decided) return decided;
    const [left = '', right = ''] = pair.split(' ');
    const fate = hyphenFate(left, right, this.#vocabulary);
    this.#decided.set(pair, fate);
    return fate;
  }

  #counted(): WordCounts {
    this.#words ??= this.#count();
    return this.#words;
  }
}
