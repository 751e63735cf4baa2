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

/** Approximate nearest neighbours by hnswlib-node; inner products of unit vectors are cosines. */
export class HnswIndex implements VectorIndexInMemory {
  readonly kind = 'hnsw';
  readonly size: number;
  readonly #graph: HierarchicalNSW;
  readonly #dimension: number;

  constructor(graph: HierarchicalNSW) {
    this.#graph = graph;
    this.size = graph.getCurrentCount();
    this.#dimension = graph.getNumDimensions();
  }

  /** Adds the vectors in order with a fixed seed, so that equal vectors give an equal graph. */
  static build(hnswlib: Library, vectors: readonly Float32Array[]): HnswIndex {
    const graph = new hnswlib.HierarchicalNSW('ip', vectors[0]?.length ?? 1);
    graph.initIndex({
      maxElements: Math.max(1, vectors.length),
      m: M,
      efConstruction: EF_CONSTRUCTION,
      randomSeed: SEED,
    });
    vectors.forEach((vector, passage) => {
      graph.addPoint(Array.from(vector), passage);
    });
    return new HnswIndex(graph);
  }

  static load(hnswlib: Library, file: string, dimension: number): HnswIndex {
    const graph = new hnswlib.HierarchicalNSW('ip', dimension);
    graph.readIndexSync(file);
    return new HnswIndex(graph);
  }

  save(file: string): void {
    this.#graph.writeIndexSync(file);
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
