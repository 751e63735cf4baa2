import type { Concept } from './concepts.ts';
import type { SentenceTerms } from './sentence-terms.ts';

/** Scores single sentences by the question's concepts: the share of what it asks for that stands in the sentence. */
export class SentenceMatcher {
  readonly #concepts: readonly Concept[];
  readonly #sentences: SentenceTerms;
  readonly #total: number;
  readonly #present = new Set<number>();

  constructor(concepts: readonly Concept[], sentences: SentenceTerms) {
    this.#concepts = concepts;
    this.#sentences = sentences;
    this.#total = concepts.reduce((sum, concept) => sum + concept.rarity, 0);
  }

  /** One number a sentence of the passage: 0 to 1. */
  score(passage: number): Float32Array {
    const { passages, sentences, terms } = this.#sentences;
    const first = passages[passage]!;
    return Float32Array.from({ length: passages[passage + 1]! - first }, (_, i) => {
      this.#present.clear();
      for (let t = sentences[first + i]!; t < sentences[first + i + 1]!; t++) this.#present.add(terms[t]!);
      const found = this.#concepts.reduce((sum, concept) => sum + this.#match(concept), 0);
      return this.#total > 0 ? found / this.#total : 0;
    });
  }

  #match(concept: Concept): number {
    let best = 0;
    for (const { terms, weight } of concept.alternatives) {
      if (weight > best && terms.every((term) => this.#present.has(term))) best = weight;
    }
    const together = concept.parts.reduce((sum, part) => sum + this.#match(part), 0) * concept.partsWeight;
    return Math.max(best * concept.rarity, together);
  }
}
