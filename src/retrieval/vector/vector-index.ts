import type { VectorIndexInMemory } from '../types.ts';
import { ExactIndex } from './exact.ts';
import { HnswIndex, hnswLibrary } from './hnsw.ts';

/** Whether hnswlib-node serves on this machine. */
export function hnswAvailable(): boolean {
  return hnswLibrary() !== null;
}

/** Indexes unit vectors, one a passage, by HNSW where hnswlib-node is there and exactly where it is not. */
export function buildVectorIndex(vectors: readonly Float32Array[]): VectorIndexInMemory {
  const hnswlib = hnswLibrary();
  return hnswlib && vectors.length > 0 ? HnswIndex.build(hnswlib, vectors) : new ExactIndex(vectors);
}

/** A graph without vectors, with room for so many; null where hnswlib-node is missing. */
export function newGraph(dimension: number, room: number): HnswIndex | null {
  const hnswlib = hnswLibrary();
  return hnswlib && HnswIndex.create(hnswlib, dimension, room);
}

/**
 * Loads a graph that was saved to a file; null where hnswlib-node is missing.
 * @throws Error where the file holds another number of vectors or can't be read.
 */
export async function loadGraph(file: string, dimension: number, size: number): Promise<HnswIndex | null> {
  const hnswlib = hnswLibrary();
  if (!hnswlib) return null;
  const graph = await HnswIndex.load(hnswlib, file, dimension);
  if (graph.size !== size) throw new Error(`the graph holds ${graph.size} of ${size} vectors`);
  return graph;
}
