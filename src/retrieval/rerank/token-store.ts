import type { TokenRows, TokenVectors } from '../../encoder/types.ts';
import { Packed, pack } from '../packed.ts';
import { runOf } from '../runs.ts';

/**
 * The directions of the token vectors of all passages, in eight bits a number: `dimension` bytes a token. A passage's
 * texts (its context, then its sentences) keep their own tokens.
 */
export class TokenStore {
  readonly dimension: number;
  /** `tokenCount * dimension` numbers; the largest of a row is 127. */
  readonly rows: Int8Array;
  readonly tokenCount: number;
  /** Passage `p` has the texts `passages[p]` up to `passages[p + 1]`. */
  readonly passages: Uint32Array;
  /** Text `t` has the tokens `texts[t]` up to `texts[t + 1]`. */
  readonly texts: Uint32Array;

  constructor(dimension: number, rows: Int8Array, passages: Uint32Array, texts: Uint32Array) {
    this.dimension = dimension;
    this.rows = rows;
    this.tokenCount = rows.length / Math.max(1, dimension);
    this.passages = passages;
    this.texts = texts;
  }

  /** The stored tokens of one passage as vectors again: building from them gives the same store. */
  vectorsOf(passage: number): TokenVectors[] {
    const run = runOf(this.passages, passage);
    return Array.from({ length: run.end - run.start }, (_, i) => {
      const { start, end } = runOf(this.texts, run.start + i);
      const rows = this.rows.subarray(start * this.dimension, end * this.dimension);
      return { vectors: Float32Array.from(rows), count: end - start };
    });
  }

  /** The tokens of a passage's sentences, without its context, as one run. */
  sentenceRows(passage: number): TokenRows {
    const run = runOf(this.passages, passage);
    const { start } = runOf(this.texts, run.start + 1);
    const { end } = runOf(this.texts, run.end - 1);
    return { rows: this.rows.subarray(start * this.dimension, end * this.dimension), count: end - start };
  }

  /** Of each sentence of a passage how many tokens it has, in the order of `sentenceRows`. */
  sentenceLengths(passage: number): readonly number[] {
    const run = runOf(this.passages, passage);
    return Array.from({ length: Math.max(0, run.end - run.start - 1) }, (_, i) => {
      const { start, end } = runOf(this.texts, run.start + 1 + i);
      return end - start;
    });
  }

  /** The token vectors of each sentence of a passage, at unit length. */
  sentenceVectors(passage: number): readonly (readonly Float32Array[])[] {
    const [, ...sentences] = this.vectorsOf(passage);
    return sentences.map(({ vectors, count }) =>
      Array.from({ length: count }, (_, i) => {
        const row = vectors.subarray(i * this.dimension, (i + 1) * this.dimension);
        const norm = Math.hypot(...row);
        return row.map((value) => value / norm);
      }),
    );
  }

  serialize(): Buffer {
    const { rows, passages, texts, dimension } = this;
    return pack({ rows, passages, texts }, { dimension });
  }

  static load(bytes: Uint8Array): TokenStore {
    const data = new Packed(bytes);
    return new TokenStore(data.number('dimension'), data.i8('rows'), data.u32('passages'), data.u32('texts'));
  }
}
