import type { Concept } from './concepts.ts';
import type { SentenceTerms } from './sentence-terms.ts';

export interface Coverage {
  /** Share of the question's concepts, weighted by rarity. */
  readonly share: number;
  /** The same of its names and numbers alone; 1 where it has none. */
  readonly names: number;
}

/** Scores single sentences by the question's concepts: the share of what it asks for that stands in the sentence. */
export class SentenceMatcher {
  readonly #concepts: readonly Concept[];
  readonly #sentences: SentenceTerms;
  readonly #total: number;
  #present = new Set<number>();

  constructor(concepts: readonly Concept[], sentences: SentenceTerms) {
    this.#concepts = concepts;
    this.#sentences = sentences;
    this.#total = concepts.reduce((sum, concept) => sum + concept.rarity, 0);
  }

  /** One number a sentence of the passage: 0 to 1. */
  score(passage: number): Float32Array {
    const { passages, sentences, terms } = this.#sentences;
    const first = passages[passage]!;
    const scores = new Float32Array(passages[passage + 1]! - first);
    if (this.#total === 0) return scores;
    for (let i = 0; i < scores.length; i++) {
      this.#present.clear();
      for (let t = sentences[first + i]!; t < sentences[first + i + 1]!; t++) this.#present.add(terms[t]!);
      let found = 0;
      for (const concept of this.#concepts) found += this.#match(concept);
      scores[i] = found / this.#total;
    }
    return scores;
  }

  /** What a passage says of the question as a whole. */
  coverage(passage: number): Coverage {
    this.#present = this.#sentences.termsOf(passage);
    let found = 0;
    let names = 0;
    let namesFound = 0;
    for (const concept of this.#concepts) {
      const match = this.#match(concept);
      found += match;
      if (!concept.name) continue;
      names += concept.rarity;
      namesFound += match;
    }
    return {
      share: this.#total > 0 ? Math.min(1, found / this.#total) : 0,
      names: names > 0 ? Math.min(1, namesFound / names) : 1,
    };
  }

  #match(concept: Concept): number {
    let best = 0;
    for (const { terms, weight } of concept.alternatives) {
      if (weight > best && this.#holds(terms)) best = weight;
    }
    let together = 0;
    for (const part of concept.parts) together += this.#match(part) * concept.partsWeight;
    return Math.max(best * concept.rarity, together);
  }

  #holds(terms: readonly number[]): boolean {
    for (const term of terms) if (!this.#present.has(term)) return false;
    return true;
  }
}
