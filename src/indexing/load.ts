import path from 'node:path';
import type { Encoder } from '../encoder/types.ts';
import { Lexicon } from '../retrieval/lexical/lexicon.ts';
import { Packed } from '../retrieval/packed.ts';
import type { TokenStore } from '../retrieval/rerank/token-store.ts';
import type { RetrievalData } from '../retrieval/retrieval-data.ts';
import type { Corpus, VectorIndexInMemory } from '../retrieval/types.ts';
import { ExactIndex } from '../retrieval/vector/exact.ts';
import { loadGraph } from '../retrieval/vector/vector-index.ts';
import { markDamaged } from './damage.ts';
import { IndexProblem } from './errors.ts';
import { type IndexFacts, type Manifest, readManifest } from './manifest.ts';
import { PassageRecords } from './passage-records.ts';
import { PassageVectors } from './passage-vectors.ts';
import { loadFile, verifyFile } from './store.ts';
import { readCorpus } from './stored.ts';

/** An index that can be searched. */
export interface LoadedIndex {
  readonly manifest: IndexFacts;
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  /** By which sentences are compared; null where the encoder has no token vectors. */
  readonly sentences: Pick<TokenStore, 'dimension' | 'sentenceVectors'> | null;
}

/** How often a load is begun anew when the index was replaced under it. */
const TRIES = 3;

/**
 * Loads an index and verifies every byte of it. Building is left to others.
 * @throws {IndexProblem} when it is missing, broken, or of another version or encoder
 */
export async function loadIndex(folder: string, encoder: Pick<Encoder, 'name' | 'fingerprint'>): Promise<LoadedIndex> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await requireManifest(folder, encoder);
    try {
      return await loadFiles(folder, manifest);
    } catch (error) {
      // Its files may have been swept away by two builds since the manifest was read; then there is a newer one.
      const newer = await readManifest(folder).catch(() => null);
      if (attempt < TRIES && newer && newer.builtAt !== manifest.builtAt) continue;
      if (error instanceof IndexProblem) await markDamaged(folder);
      throw error;
    }
  }
}

/** @throws {IndexProblem} when there is no index, or none that this encoder can search */
export async function requireManifest(
  folder: string,
  encoder: Pick<Encoder, 'name' | 'fingerprint'>,
): Promise<Manifest> {
  const manifest = await readManifest(folder);
  if (!manifest) throw new IndexProblem('missing', folder, 'there is none');
  assertEncoder(manifest, folder, encoder);
  return manifest;
}

/** @throws {IndexProblem} when an index was built with another encoder */
export function assertEncoder(
  { model: { name, fingerprint } }: IndexFacts,
  place: string,
  encoder: Pick<Encoder, 'name' | 'fingerprint'>,
): void {
  if (fingerprint === encoder.fingerprint) return;
  const which =
    name === encoder.name ? `another state of the encoder "${name}"` : `the encoder "${name}", not "${encoder.name}"`;
  throw new IndexProblem('other_model', place, `it was built with ${which}`);
}

async function loadFiles(folder: string, manifest: Manifest): Promise<LoadedIndex> {
  const { files, model } = manifest;
  const letters = await loadFile(folder, files.letters);
  const passages = await loadFile(folder, files.passages);
  const corpus = await readCorpus(folder, { letters, passages });
  const lexical = await loadFile(folder, files.lexical);
  const numbers = await loadRecordNumbers(folder, files.records);
  const records = await PassageRecords.open(folder, files.encoded, model, numbers);
  // hnswlib reads the file itself; comparing its checksum first keeps damaged bytes away from native code.
  if (files.graph) await verifyFile(folder, files.graph);
  if (numbers.length !== corpus.passages.length || numbers.some((number) => number >= records.count))
    throw new IndexProblem('broken', folder, 'it lacks vectors');
  try {
    const lexicon = await Lexicon.load(lexical);
    const vectors = await loadVectors(folder, manifest, records, numbers);
    const tokens = model.tokenDimension === null ? null : records;
    return { manifest, corpus, data: { lexicon, tokens, vectors }, sentences: tokens };
  } catch (cause) {
    if (cause instanceof IndexProblem) throw cause;
    throw new IndexProblem('broken', folder, "its search data can't be read", { cause });
  }
}

/** Of each passage the number of its record. @throws {IndexProblem} when the file is not what was written */
export async function loadRecordNumbers(folder: string, stored: Manifest['files']['records']): Promise<Uint32Array> {
  const bytes = await loadFile(folder, stored);
  try {
    return new Packed(bytes).u32('passages');
  } catch (cause) {
    throw new IndexProblem('broken', folder, `its file ${stored.name} can't be read`, { cause });
  }
}

async function loadVectors(
  folder: string,
  { files: { graph }, model }: Manifest,
  records: PassageRecords,
  numbers: Uint32Array,
): Promise<VectorIndexInMemory> {
  const loaded = graph && (await loadGraph(path.join(folder, graph.name), model.dimension, records.count));
  return loaded ? new PassageVectors(loaded, numbers) : new ExactIndex(await records.vectors());
}
