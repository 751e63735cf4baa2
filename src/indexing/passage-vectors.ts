import { offsetsOf, runOf } from '../retrieval/runs.ts';
import type { Neighbour, VectorIndexInMemory } from '../retrieval/types.ts';

/** Searches records of vectors for passages: passages that say the same in the same place share a record. */
export class PassageVectors implements VectorIndexInMemory {
  readonly #records: VectorIndexInMemory;
  /** Record `r` is that of the passages `offsets[r]` up to `offsets[r + 1]` of `passages`. */
  readonly #offsets: Uint32Array;
  readonly #passages: Uint32Array;

  /** @param numbers of each passage its record's */
  constructor(records: VectorIndexInMemory, numbers: Uint32Array) {
    this.#records = records;
    const counts = new Uint32Array(records.size);
    for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
    this.#offsets = offsetsOf(counts);
    this.#passages = new Uint32Array(numbers.length);
    const next = this.#offsets.slice();
    for (const [passage, number] of numbers.entries()) this.#passages[next[number]!++] = passage;
  }

  get kind(): 'hnsw' | 'exact' {
    return this.#records.kind;
  }

  get size(): number {
    return this.#passages.length;
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    const found = this.#records.search(vector, k).flatMap(({ passage: record, score }): Neighbour[] => {
      const { start, end } = runOf(this.#offsets, record);
      return Array.from(this.#passages.subarray(start, end), (passage) => ({ passage, score }));
    });
    return found.sort((a, b) => b.score - a.score || a.passage - b.passage).slice(0, Math.max(0, Math.floor(k)));
  }
}
