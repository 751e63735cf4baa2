import type { Neighbour, VectorIndexInMemory } from '../types.ts';

/** Compares with every vector: the oracle for recall, and what serves where hnswlib-node can't be built. */
export class ExactIndex implements VectorIndexInMemory {
  readonly kind = 'exact';
  readonly size: number;
  readonly #rows: Float32Array;
  readonly #dimension: number;

  /** @param vectors unit vectors of one length, one a passage. */
  constructor(vectors: readonly Float32Array[]) {
    this.size = vectors.length;
    this.#dimension = vectors[0]?.length ?? 0;
    this.#rows = new Float32Array(this.size * this.#dimension);
    vectors.forEach((vector, i) => {
      this.#rows.set(vector, i * this.#dimension);
    });
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    if (this.size === 0 || k < 1 || vector.length !== this.#dimension) return [];
    const found = Array.from({ length: this.size }, (_, passage) => ({
      passage,
      score: this.#cosine(vector, passage),
    }));
    found.sort((a, b) => b.score - a.score || a.passage - b.passage);
    return found.slice(0, Math.floor(k));
  }

  #cosine(vector: Float32Array, passage: number): number {
    let sum = 0;
    const offset = passage * this.#dimension;
    for (let i = 0; i < this.#dimension; i++) sum += (vector[i] ?? 0) * (this.#rows[offset + i] ?? 0);
    return sum;
  }
}
