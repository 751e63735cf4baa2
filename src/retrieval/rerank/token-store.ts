import type { TokenRows, TokenVectors } from '../../encoder/types.ts';
import { Packed, pack } from '../packed.ts';
import { runOf } from '../runs.ts';
import { packedLength, unpackRow } from './four-bits.ts';

/**
 * The directions of the token vectors of all passages, in four bits a number: half of `dimension` bytes a token. A
 * passage's texts (its context, then its sentences) keep their own tokens.
 */
export class TokenStore {
  readonly dimension: number;
  readonly tokenCount: number;
  /** Passage `p` has the texts `passages[p]` up to `passages[p + 1]`. */
  readonly passages: Uint32Array;
  /** Text `t` has the tokens `texts[t]` up to `texts[t + 1]`. */
  readonly texts: Uint32Array;
  /** Row after row as `packRow` writes them. */
  readonly #packed: Uint8Array;

  constructor(dimension: number, packed: Uint8Array, passages: Uint32Array, texts: Uint32Array) {
    this.dimension = dimension;
    this.tokenCount = packed.length / Math.max(1, packedLength(dimension));
    this.passages = passages;
    this.texts = texts;
    this.#packed = packed;
  }

  /** Tokens `start` up to `end`: `dimension` numbers each, the largest of a row 7. */
  rows(start: number, end: number): Int8Array {
    const rows = new Int8Array((end - start) * this.dimension);
    const length = packedLength(this.dimension);
    for (let token = start; token < end; token++) {
      unpackRow(this.#packed, token * length, rows, (token - start) * this.dimension, this.dimension);
    }
    return rows;
  }

  /** The stored tokens of one passage as vectors again: building from them gives the same store. */
  vectorsOf(passage: number): TokenVectors[] {
    const run = runOf(this.passages, passage);
    return Array.from({ length: run.end - run.start }, (_, i) => {
      const { start, end } = runOf(this.texts, run.start + i);
      return { vectors: Float32Array.from(this.rows(start, end)), count: end - start };
    });
  }

  /** The tokens of a passage's sentences, without its context, as one run. */
  sentenceRows(passage: number): TokenRows {
    const run = runOf(this.passages, passage);
    const { start } = runOf(this.texts, run.start + 1);
    const { end } = runOf(this.texts, run.end - 1);
    return { rows: this.rows(start, end), count: end - start };
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
    const { passages, texts, dimension } = this;
    return pack({ packed: this.#packed, passages, texts }, { dimension });
  }

  static load(bytes: Uint8Array): TokenStore {
    const data = new Packed(bytes);
    return new TokenStore(data.number('dimension'), data.u8('packed'), data.u32('passages'), data.u32('texts'));
  }
}
