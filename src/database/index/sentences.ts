import { meanVector } from '../../answers/selection/sentences.ts';
import type { StoredSentences } from '../../answers/selection/stored-vectors.ts';
import type { Encoding } from '../../encoder/types.ts';
import { TokenStoreBuilder } from '../../retrieval/rerank/token-store-builder.ts';
import { offsetsOf, runOf } from '../../retrieval/runs.ts';

const LARGEST = 127;

/** A vector for each sentence of a passage in eight bits a number, one after the other; zeros for one without tokens. */
export function packSentences(tokens: NonNullable<Encoding['tokens']>, dimension: number): Buffer {
  // Out of a store, so that they are those that an index folder gives.
  const means = new TokenStoreBuilder().add(tokens).finish().sentenceVectors(0).map(meanVector);
  const rows = new Int8Array(means.length * dimension);
  for (const [i, mean] of means.entries()) {
    const largest = Math.max(...mean.map(Math.abs), 0);
    if (largest > 0)
      rows.set(
        mean.map((value) => Math.round((value / largest) * LARGEST)),
        i * dimension,
      );
  }
  return Buffer.from(rows.buffer);
}

/** The sentences of all passages: what summaries and timelines compare. */
export class DatabaseSentences implements StoredSentences {
  readonly dimension: number;
  readonly #rows: Int8Array;
  readonly #offsets: Uint32Array;

  /** @param passages of each passage what `packSentences` gave */
  constructor(passages: readonly Buffer[], dimension: number) {
    this.dimension = dimension;
    const bytes = Buffer.concat(passages);
    this.#rows = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#offsets = offsetsOf(passages.map(({ length }) => length / dimension));
  }

  sentenceVectors(passage: number): readonly (readonly Float32Array[])[] {
    const { start, end } = runOf(this.#offsets, passage);
    return Array.from({ length: end - start }, (_, i) => {
      const row = this.#rows.subarray((start + i) * this.dimension, (start + i + 1) * this.dimension);
      return row.some((value) => value !== 0) ? [Float32Array.from(row)] : [];
    });
  }
}
