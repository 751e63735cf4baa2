import { runOf } from '../runs.ts';
import type { Concept } from './concepts.ts';
import type { SentenceTerms } from './sentence-terms.ts';

/** What a concept counts for in a sentence when it stands in the heading or title above it. */
const CONTEXT_SHARE = 0.5;

export interface Coverage {
  /** Share of the question's concepts, weighted by rarity. */
  readonly share: number;
  /** The same of its names and numbers alone; 1 where it has none. */
  readonly names: number;
  /** Rarity of the concept that is missed most. */
  readonly missing: number;
  /** The same as a share of the rarity of all concepts. */
  readonly missingShare: number;
}

/** A concept or a part of one, with a place for the best alternative found in the text at hand. */
interface Node {
  readonly concept: Concept;
  readonly parts: readonly Node[];
  best: number;
}

/** An alternative, listed under the first of its terms. */
interface Entry {
  readonly node: Node;
  readonly weight: number;
  readonly others: readonly number[];
}

/** Scores single sentences by the question's concepts: the share of what it asks for that stands in the sentence. */
export class SentenceMatcher {
  readonly #sentences: SentenceTerms;
  readonly #concepts: readonly Node[];
  readonly #nodes: Node[] = [];
  readonly #entries = new Map<number, Entry[]>();
  readonly #total: number;

  constructor(concepts: readonly Concept[], sentences: SentenceTerms) {
    this.#sentences = sentences;
    this.#concepts = concepts.map((concept) => this.#nodeOf(concept));
    this.#total = concepts.reduce((sum, concept) => sum + concept.rarity, 0);
  }

  /** One number a sentence of the passage: 0 to 1. What stands in its context counts for each sentence, by half. */
  score(passage: number): Float32Array {
    const { passages } = this.#sentences;
    const { start: context, end } = runOf(passages, passage);
    const scores = new Float32Array(Math.max(0, end - context - 1));
    if (this.#total === 0) return scores;
    const given = this.#matches(this.#sentences.termsOfText(context)).map((match) => match * CONTEXT_SHARE);
    for (let i = 0; i < scores.length; i++) {
      const own = this.#matches(this.#sentences.termsOfText(context + 1 + i));
      let found = 0;
      for (let c = 0; c < own.length; c++) found += Math.max(own[c] ?? 0, given[c] ?? 0);
      scores[i] = found / this.#total;
    }
    return scores;
  }

  /** What a passage, with its context, says of the question as a whole. */
  coverage(passage: number): Coverage {
    const own = this.#matches(this.#sentences.termsOf(passage));
    const given = this.#matches(this.#sentences.termsOfText(runOf(this.#sentences.passages, passage).start));
    let found = 0;
    let names = 0;
    let namesFound = 0;
    let missing = 0;
    this.#concepts.forEach(({ concept }, i) => {
      const match = Math.min(concept.rarity, Math.max(own[i] ?? 0, (given[i] ?? 0) * CONTEXT_SHARE));
      found += match;
      missing = Math.max(missing, concept.rarity - match);
      if (!concept.name) return;
      names += concept.rarity;
      namesFound += match;
    });
    return {
      share: this.#total > 0 ? Math.min(1, found / this.#total) : 0,
      names: names > 0 ? Math.min(1, namesFound / names) : 1,
      missing,
      missingShare: this.#total > 0 ? missing / this.#total : 0,
    };
  }

  #nodeOf(concept: Concept): Node {
    const node: Node = { concept, parts: concept.parts.map((part) => this.#nodeOf(part)), best: 0 };
    this.#nodes.push(node);
    for (const { terms, weight } of concept.alternatives) {
      const [first, ...others] = terms;
      if (first === undefined) continue;
      const entry = { node, weight, others };
      const list = this.#entries.get(first);
      if (list) list.push(entry);
      else this.#entries.set(first, [entry]);
    }
    return node;
  }

  /** How much of each concept stands among some terms, in rarity. */
  #matches(terms: Uint32Array): Float32Array {
    for (const node of this.#nodes) node.best = 0;
    for (const term of terms) {
      for (const { node, weight, others } of this.#entries.get(term) ?? []) {
        if (weight > node.best && others.every((other) => terms.includes(other))) node.best = weight;
      }
    }
    return Float32Array.from(this.#concepts, matchOf);
  }
}

function matchOf({ concept, parts, best }: Node): number {
  let together = 0;
  for (const part of parts) together += matchOf(part) * concept.partsWeight;
  return Math.max(best * concept.rarity, together);
}
