import type { TokenRows, TokenVectors } from '../../encoder/types.ts';
import { Packed, pack } from '../packed.ts';
import { offsetsOf, runOf } from '../runs.ts';
import { packedLength, unpackRow } from './four-bits.ts';

/** Where token vectors of passages come from: memory, files, or a database that is asked for those of some passages. */
export interface TokenSource {
  /** A store that holds at least these passages. */
  of(passages: readonly number[]): TokenStore | Promise<TokenStore>;
}

/**
 * The directions of the token vectors of all passages, in four bits a number: half of `dimension` bytes a token. A
 * passage's texts (its context, then its sentences) keep their own tokens.
 */
export class TokenStore implements TokenSource {
  readonly dimension: number;
  readonly tokenCount: number;
  /** Passage `p` has the texts `passages[p]` up to `passages[p + 1]`; in a store of some passages, the `p`-th of them. */
  readonly passages: Uint32Array;
  /** Text `t` has the tokens `texts[t]` up to `texts[t + 1]`. */
  readonly texts: Uint32Array;
  /** Row after row as `packRow` writes them. */
  readonly packed: Uint8Array;
  readonly #places: ReadonlyMap<number, number> | null;

  /** @param places where only some passages are held: of each its place among them */
  constructor(
    dimension: number,
    packed: Uint8Array,
    passages: Uint32Array,
    texts: Uint32Array,
    places: ReadonlyMap<number, number> | null = null,
  ) {
    this.dimension = dimension;
    this.tokenCount = packed.length / Math.max(1, packedLength(dimension));
    this.passages = passages;
    this.texts = texts;
    this.packed = packed;
    this.#places = places;
  }

  /** One store of the stores of single passages. */
  static join(stores: ReadonlyMap<number, TokenStore>): TokenStore {
    const all = [...stores.values()];
    const lengths = all.flatMap(({ texts }) => Array.from(texts.subarray(1), (end, i) => end - (texts[i] ?? 0)));
    return new TokenStore(
      Math.max(0, ...all.map(({ dimension }) => dimension)),
      Buffer.concat(all.map((store) => store.packed)),
      offsetsOf(all.map(({ texts }) => texts.length - 1)),
      offsetsOf(lengths),
      new Map([...stores.keys()].map((passage, place) => [passage, place])),
    );
  }

  of(): TokenStore {
    return this;
  }

  /** The texts of a passage: from `start` up to `end`; none of one that is not held. */
  textsOf(passage: number): { readonly start: number; readonly end: number } {
    const place = this.#places ? this.#places.get(passage) : passage;
    return place === undefined ? { start: 0, end: 0 } : runOf(this.passages, place);
  }

  /** Tokens `start` up to `end`: `dimension` numbers each, the largest of a row 7. */
  rows(start: number, end: number): Int8Array {
    const rows = new Int8Array((end - start) * this.dimension);
    const length = packedLength(this.dimension);
    for (let token = start; token < end; token++) {
      unpackRow(this.packed, token * length, rows, (token - start) * this.dimension, this.dimension);
    }
    return rows;
  }

  /** The stored tokens of one passage as vectors again: building from them gives the same store. */
  vectorsOf(passage: number): TokenVectors[] {
    const run = this.textsOf(passage);
    return Array.from({ length: run.end - run.start }, (_, i) => {
      const { start, end } = runOf(this.texts, run.start + i);
      return { vectors: Float32Array.from(this.rows(start, end)), count: end - start };
    });
  }

  /** The tokens of a passage's sentences, without its context, as one run. */
  sentenceRows(passage: number): TokenRows {
    const run = this.textsOf(passage);
    const { start } = runOf(this.texts, run.start + 1);
    const { end } = runOf(this.texts, run.end - 1);
    return { rows: this.rows(start, end), count: end - start };
  }

  /** Of each sentence of a passage how many tokens it has, in the order of `sentenceRows`. */
  sentenceLengths(passage: number): readonly number[] {
    const run = this.textsOf(passage);
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
    return pack({ packed: this.packed, passages, texts }, { dimension });
  }

  static load(bytes: Uint8Array): TokenStore {
    const data = new Packed(bytes);
    return new TokenStore(data.number('dimension'), data.u8('packed'), data.u32('passages'), data.u32('texts'));
  }
}
