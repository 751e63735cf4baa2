import type { TokenVectors } from '../../encoder/types.ts';
import { runOf } from '../runs.ts';
import type { TokenStore } from './token-store.ts';

/** How well each text of a passage matches a question, token by token. */
export interface LateInteraction {
  /** Over all texts of the passage: 0 to 1. */
  readonly score: number;
  /** Over each of its texts alone; the first is its context. */
  readonly texts: Float32Array;
  /** The token that is met worst: its share of the question's weight times how far it is from being met. */
  readonly unmet: number;
}

interface QuestionToken {
  readonly direction: Float64Array;
  readonly weight: number;
}

/** Tokens of less than this share of a question's weight are left out: function words, which cost time and say little. */
const LEAST_SHARE = 0.03;

/**
 * Late interaction (MaxSim, ColBERT: Khattab and Zaharia 2020) with learned weights: the weighted mean over the
 * question's tokens of the best squared positive cosine with any token of the passage.
 */
export class MaxSim {
  readonly #store: TokenStore;
  readonly #question: readonly QuestionToken[];
  readonly #weight: number;
  /** The passage's token at hand. */
  readonly #token: Float64Array;

  constructor(store: TokenStore, question: TokenVectors) {
    this.#store = store;
    const fits = question.count > 0 && question.vectors.length / question.count === store.dimension;
    this.#question = fits ? telling(directions(question)) : [];
    this.#weight = this.#question.reduce((sum, token) => sum + token.weight, 0);
    this.#token = new Float64Array(store.dimension);
  }

  score(passage: number): LateInteraction {
    const { texts } = this.#store;
    const run = this.#store.textsOf(passage);
    const count = run.end - run.start;
    const overall = new Float32Array(this.#question.length);
    const each = new Float32Array(count);
    const best = new Float32Array(this.#question.length);
    for (let i = 0; i < count; i++) {
      best.fill(0);
      const { start, end } = runOf(texts, run.start + i);
      const rows = this.#store.rows(start, end);
      for (let at = 0; at < rows.length; at += this.#store.dimension) this.#raise(best, rows, at);
      for (const [q, value] of best.entries()) overall[q] = Math.max(overall[q] ?? 0, value);
      each[i] = this.#mean(best);
    }
    return { score: this.#mean(overall), texts: each, unmet: this.#unmet(overall) };
  }

  #unmet(best: Float32Array): number {
    return this.#question.reduce(
      (worst, { weight }, i) => Math.max(worst, (weight / this.#weight) * (1 - Math.sqrt(best[i] ?? 0))),
      0,
    );
  }

  #mean(best: Float32Array): number {
    if (this.#weight === 0) return 0;
    return this.#question.reduce((sum, { weight }, i) => sum + weight * (best[i] ?? 0), 0) / this.#weight;
  }

  /** Takes a passage's token into account for every token of the question. */
  #raise(best: Float32Array, rows: Int8Array, offset: number): void {
    const token = this.#token;
    let squares = 0;
    for (let i = 0; i < token.length; i++) {
      const value = rows[offset + i]!;
      token[i] = value;
      squares += value * value;
    }
    const length = Math.sqrt(squares);
    for (let q = 0; q < best.length; q++) {
      const cosine = dot(this.#question[q]!.direction, token) / length;
      if (cosine > 0 && cosine * cosine > best[q]!) best[q] = cosine * cosine;
    }
  }
}

function directions({ vectors, count }: TokenVectors): QuestionToken[] {
  const dimension = vectors.length / count;
  return Array.from({ length: count }, (_, i) => {
    const row = vectors.subarray(i * dimension, (i + 1) * dimension);
    const weight = Math.hypot(...row);
    return { direction: Float64Array.from(row, (value) => Math.fround(value / weight)), weight };
  }).filter(({ weight }) => weight > 0 && Number.isFinite(weight));
}

function telling(tokens: readonly QuestionToken[]): QuestionToken[] {
  const least = tokens.reduce((sum, token) => sum + token.weight, 0) * LEAST_SHARE;
  return tokens.filter((token) => token.weight >= least);
}

/**
 * Four sums side by side: the processor need not wait for one addition before it starts the next. Most of a question's
 * time goes by here, and `?? 0` instead of `!` made it a tenth longer; both have the same length.
 */
function dot(direction: Float64Array, token: Float64Array): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  const last = direction.length - 3;
  let i = 0;
  for (; i < last; i += 4) {
    a += direction[i]! * token[i]!;
    b += direction[i + 1]! * token[i + 1]!;
    c += direction[i + 2]! * token[i + 2]!;
    d += direction[i + 3]! * token[i + 3]!;
  }
  for (; i < direction.length; i++) a += direction[i]! * token[i]!;
  return a + b + c + d;
}
