import type { CompoundSplitter } from '../analysis/compounds.ts';
import { termsOf } from '../analysis/terms.ts';
import { wordListedAs } from './corpus-words.ts';

/** The terms of some of the distinct words of a corpus: numbers of stems, with how much of an occurrence each is. */
export class WordTerms {
  /** Stems by number. */
  readonly names: string[] = [];
  /** By the word's number; nothing of a word that was not asked for. */
  readonly stems: (readonly number[])[] = [];
  readonly weights: (readonly number[])[] = [];

  /** @param used numbers of words, which may come again and again */
  constructor(distinct: readonly string[], used: Iterable<number>, split: CompoundSplitter) {
    const numbers = new Map<string, number>();
    for (const word of used) {
      if (this.stems[word]) continue;
      const terms = termsOf(wordListedAs(distinct[word]!), split);
      for (const { stem } of terms) if (!numbers.has(stem)) numbers.set(stem, this.names.push(stem) - 1);
      this.stems[word] = terms.map(({ stem }) => numbers.get(stem)!);
      this.weights[word] = terms.map(({ weight }) => weight);
    }
  }
}
