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

/** Writes the graph to a file; false, and no file, for an exact index, which is made from the vectors again. */
export function saveVectorIndex(index: VectorIndexInMemory, file: string): boolean {
  if (!(index instanceof HnswIndex)) return false;
  index.save(file);
  return true;
}

/**
 * Loads a graph that `saveVectorIndex` wrote; searches the vectors exactly where hnswlib-node or the file is missing.
 * @param file null where there is no graph.
 * @throws Error where the file holds another number of vectors or can't be read.
 */
export function loadVectorIndex(file: string | null, vectors: readonly Float32Array[]): VectorIndexInMemory {
  const hnswlib = hnswLibrary();
  const dimension = vectors[0]?.length;
  if (!hnswlib || !file || !dimension) return new ExactIndex(vectors);
  const index = HnswIndex.load(hnswlib, file, dimension);
  if (index.size !== vectors.length)
    throw new Error(`the vector index holds ${index.size} of ${vectors.length} passages`);
  return index;
}
