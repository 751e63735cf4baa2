import path from 'node:path';
import type { HnswIndex } from '../retrieval/vector/hnsw.ts';
import { loadGraph, newGraph } from '../retrieval/vector/vector-index.ts';
import type { Encodings, Settled } from './encodings/encodings.ts';
import type { IndexBefore } from './index-before.ts';
import { verifyFile } from './store.ts';

/** A graph over all records of an index before. */
export interface GraphBefore {
  readonly graph: HnswIndex;
  /** The hashes that it finds; the others are hidden. */
  readonly found: ReadonlySet<string>;
}

/** @returns null where there is none that can be extended */
export async function readGraphBefore(
  folder: string,
  { manifest, hashes }: IndexBefore,
  records: number,
): Promise<GraphBefore | null> {
  const { graph } = manifest.files;
  if (!graph) return null;
  try {
    await verifyFile(folder, graph);
    const loaded = await loadGraph(path.join(folder, graph.name), manifest.model.dimension, records);
    return loaded && { graph: loaded, found: new Set(hashes) };
  } catch {
    return null;
  }
}

/**
 * The graph over an index's records: that of before with what is new, where records kept their numbers; else a new one.
 * Records of passages that are gone are hidden.
 * @returns null where hnswlib-node is missing, or there is nothing to search
 */
export async function makeGraph(
  { hashes, numbersKept }: Settled,
  needed: ReadonlySet<string>,
  encodings: Encodings,
  dimension: number,
  before: GraphBefore | null,
): Promise<HnswIndex | null> {
  const kept = numbersKept ? before : null;
  const graph = hashes.length > 0 ? (kept?.graph ?? newGraph(dimension, hashes.length)) : null;
  if (!graph) return null;
  graph.grow(hashes.length);
  for (const [number, hash] of hashes.entries()) {
    const wasFound = number >= graph.size || (kept?.found.has(hash) ?? true);
    // Each vector is read by itself, so that others get their turn while a graph of minutes is made.
    if (number >= graph.size) graph.add(await encodings.vector(hash));
    if (wasFound && !needed.has(hash)) graph.hide(number);
    else if (!wasFound && needed.has(hash)) graph.show(number);
  }
  return graph;
}
