import { createRequire } from 'node:module';
import type { HierarchicalNSW } from 'hnswlib-node';
import type { Neighbour, VectorIndexInMemory } from '../types.ts';
import { EF_CONSTRUCTION, EF_SEARCH, M } from './hnsw-parameters.ts';

const SEED = 100;

type Library = typeof import('hnswlib-node');
let library: Library | null | undefined;

/** hnswlib-node, or null where it is not installed or could not be built. A CommonJS addon without named ESM exports. */
export function hnswLibrary(): Library | null {
  if (library === undefined) {
    try {
      library = createRequire(import.meta.url)('hnswlib-node') as Library;
    } catch {
      library = null;
    }
  }
  return library;
}

/**
 * Approximate nearest neighbours by hnswlib-node; inner products of unit vectors are cosines. Vectors are added one by one
 * and can be hidden; one that was added stays in the graph.
 */
export class HnswIndex implements VectorIndexInMemory {
  readonly kind = 'hnsw';
  readonly #graph: HierarchicalNSW;
  readonly #dimension: number;

  private constructor(graph: HierarchicalNSW) {
    this.#graph = graph;
    this.#dimension = graph.getNumDimensions();
  }

  /** An empty one. With a fixed seed, so that equal vectors in equal order give an equal graph. */
  static create(hnswlib: Library, dimension: number, room: number): HnswIndex {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    graph.initIndex({ maxElements: Math.max(1, room), m: M, efConstruction: EF_CONSTRUCTION, randomSeed: SEED });
    return new HnswIndex(graph);
  }

  static build(hnswlib: Library, vectors: readonly Float32Array[]): HnswIndex {
    const index = HnswIndex.create(hnswlib, vectors[0]?.length ?? 1, vectors.length);
    for (const vector of vectors) index.add(vector);
    return index;
  }

  /** Reads a file without blocking. */
  static async load(hnswlib: Library, file: string, dimension: number): Promise<HnswIndex> {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    await graph.readIndex(file);
    return new HnswIndex(graph);
  }

  /** How many vectors were added, hidden ones included. */
  get size(): number {
    return this.#graph.getCurrentCount();
  }

  /** Makes room for vectors to come. */
  grow(room: number): void {
    if (room > this.#graph.getMaxElements()) this.#graph.resizeIndex(room);
  }

  /** Adds a vector; its number is that of vectors added before. */
  add(vector: Float32Array): void {
    this.#graph.addPoint(Array.from(vector), this.size);
  }

  /** Has a vector be found no more. @throws Error where it is hidden */
  hide(number: number): void {
    this.#graph.markDelete(number);
  }

  /** Has a hidden vector be found again. @throws Error where it is not hidden */
  show(number: number): void {
    this.#graph.unmarkDelete(number);
  }

  /** Writes a file without blocking. */
  async save(file: string): Promise<void> {
    await this.#graph.writeIndex(file);
  }

  search(vector: Float32Array, k: number): Neighbour[] {
    const wanted = Math.min(Math.floor(k), this.size);
    if (!(wanted >= 1) || vector.length !== this.#dimension || !vector.every(Number.isFinite)) return [];
    this.#graph.setEf(Math.max(EF_SEARCH, wanted));
    const { neighbors, distances } = this.#graph.searchKnn(Array.from(vector), wanted);
    return neighbors
      .map((passage, i) => ({ passage, score: 1 - (distances[i] ?? 1) }))
      .sort((a, b) => b.score - a.score || a.passage - b.passage);
  }
}
