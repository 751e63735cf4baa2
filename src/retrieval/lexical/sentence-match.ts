import type { Concept } from './concepts.ts';
import type { SentenceTerms } from './sentence-terms.ts';

/** What a concept counts for in a sentence when it stands in the heading or title above it. */
const CONTEXT_SHARE = 0.5;

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
  #present: ReadonlySet<number> = new Set();

  constructor(concepts: readonly Concept[], sentences: SentenceTerms) {
    this.#concepts = concepts;
    this.#sentences = sentences;
    this.#total = concepts.reduce((sum, concept) => sum + concept.rarity, 0);
  }

  /** One number a sentence of the passage: 0 to 1. What stands in its context counts for each sentence, by half. */
  score(passage: number): Float32Array {
    const { passages } = this.#sentences;
    const context = passages[passage]!;
    const scores = new Float32Array(passages[passage + 1]! - context - 1);
    if (this.#total === 0) return scores;
    const given = this.#matches(context).map((match) => match * CONTEXT_SHARE);
    for (let i = 0; i < scores.length; i++) {
      const own = this.#matches(context + 1 + i);
      let found = 0;
      for (let c = 0; c < own.length; c++) found += Math.max(own[c]!, given[c]!);
      scores[i] = found / this.#total;
    }
    return scores;
  }

  #matches(text: number): Float32Array {
    this.#present = this.#sentences.termsOfText(text);
    const found = new Float32Array(this.#concepts.length);
    for (let c = 0; c < found.length; c++) found[c] = this.#match(this.#concepts[c]!);
    return found;
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
