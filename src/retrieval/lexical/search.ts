import { grams } from '../analysis/ngrams.ts';
import { terms } from '../analysis/terms.ts';
import { runOf } from '../runs.ts';
import type { Concept } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import type { Postings } from './postings.ts';
import { rarity } from './rarity.ts';
import { BM25, type LexicalWeights } from './weights.ts';

/**
 * Scores every passage: each concept counts once, by the best of what says it (BM25: Robertson and Zaragoza 2009).
 * The result has one number a passage, as a share of what the concepts' rarities come to; 0 for one without any.
 */
export function scoreConcepts(concepts: readonly Concept[], lexicon: Lexicon, weights: LexicalWeights): Float32Array {
  const scorer = new ConceptScorer(lexicon, weights);
  const total = new Float32Array(lexicon.postings.passageCount);
  const possible = concepts.reduce((sum, concept) => sum + concept.rarity, 0) || 1;
  for (const concept of concepts) addTo(total, scorer.score(concept, 0), 1 / possible);
  return total;
}

class ConceptScorer {
  readonly #lexicon: Lexicon;
  readonly #postings: Postings;
  readonly #weights: LexicalWeights;
  /** One array for a concept and one for the sum of its parts, at each depth: used again for every concept. */
  readonly #scratch: Float32Array[] = [];

  constructor(lexicon: Lexicon, weights: LexicalWeights) {
    this.#lexicon = lexicon;
    this.#postings = lexicon.postings;
    this.#weights = weights;
  }

  /** The concept's score in every passage; good until the next call at this depth. */
  score(concept: Concept, depth: number): Float32Array {
    const best = this.#cleared(2 * depth);
    for (const { terms: ids, weight } of concept.alternatives) {
      const [first, ...others] = this.#rarestFirst(ids);
      if (first === undefined) continue;
      if (others.length === 0) this.#postings.raise(best, first, weight * this.#importance(first, concept.rarity));
      else this.#raiseAll(best, [first, ...others], weight, concept.rarity);
    }
    if (concept.parts.length > 0) {
      const together = this.#cleared(2 * depth + 1);
      for (const part of concept.parts) addTo(together, this.score(part, depth + 1), concept.partsWeight);
      for (let passage = 0; passage < best.length; passage++) {
        if (together[passage]! > best[passage]!) best[passage] = together[passage]!;
      }
    }
    return best;
  }

  #cleared(index: number): Float32Array {
    const array = this.#scratch[index];
    if (!array) {
      this.#scratch[index] = new Float32Array(this.#postings.passageCount);
      return this.#scratch[index];
    }
    return array.fill(0);
  }

  /** Terms that say something together: the mean of what they score, where all of them stand in the passage. */
  #raiseAll(best: Float32Array, ids: readonly [number, ...number[]], weight: number, conceptRarity: number): void {
    const [rarest, ...others] = ids;
    const { offsets, passages } = this.#postings;
    const share = weight / ids.length;
    const first = share * this.#importance(rarest, conceptRarity);
    const rest = others.map((id) => ({ id, factor: share * this.#importance(id, conceptRarity) }));
    const most = rest.reduce((sum, { factor }) => sum + factor, first) * (BM25.k1 + 1);
    const { start, end } = runOf(offsets, rarest);
    for (let i = start; i < end; i++) {
      const passage = passages[i] ?? 0;
      if ((best[passage] ?? 0) >= most) continue;
      let score = first * this.#postings.impactAt(i);
      for (const { id, factor } of rest) {
        const impact = this.#postings.impact(id, passage);
        score = impact === 0 ? Number.NEGATIVE_INFINITY : score + factor * impact;
      }
      if (score > (best[passage] ?? 0)) best[passage] = score;
    }
  }

  #rarestFirst(ids: readonly number[]): readonly number[] {
    if (ids.length < 2) return ids;
    return [...ids].sort((a, b) => this.#postings.documentFrequency(a) - this.#postings.documentFrequency(b));
  }

  #importance(id: number, conceptRarity: number): number {
    const { own } = this.#weights;
    return conceptRarity ** own * (this.#lexicon.rarities[id] ?? 0) ** (1 - own);
  }
}

/** BM25 over the character 4-grams of the question's stems, as a share of what they could score: one number a passage. */
export function scoreGrams(question: string, lexicon: Lexicon): Float32Array {
  const postings = lexicon.grams;
  const total = new Float32Array(postings.passageCount);
  const asked = new Set(terms(question, () => []).flatMap((term) => grams(term.stem)));
  let possible = 0;
  for (const gram of asked) {
    const id = postings.id(gram);
    const weight = rarity(id === undefined ? 0 : postings.documentFrequency(id), postings.passageCount, 0);
    possible += weight;
    if (id === undefined) continue;
    postings.add(total, id, weight);
  }
  const whole = possible || 1;
  for (let passage = 0; passage < total.length; passage++) total[passage]! /= whole;
  return total;
}

function addTo(total: Float32Array, scores: Float32Array, factor: number): void {
  for (let p = 0; p < total.length; p++) total[p]! += scores[p]! * factor;
}
