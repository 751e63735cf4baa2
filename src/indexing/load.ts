import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Encoder } from '../encoder/types.ts';
import { Lexicon } from '../retrieval/lexical/lexicon.ts';
import { TokenStore } from '../retrieval/rerank/token-store.ts';
import type { RetrievalData, RetrievalDataInMemory } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { loadVectorIndex } from '../retrieval/vector/vector-index.ts';
import { IndexProblem } from './errors.ts';
import { type IndexFacts, type Manifest, readManifest } from './manifest.ts';
import { loadFile } from './store.ts';
import { readCorpus } from './stored.ts';

/** An index that can be searched. */
export interface LoadedIndex {
  readonly manifest: IndexFacts;
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  /** By which sentences are compared; null where the encoder has no token vectors. */
  readonly sentences: Pick<TokenStore, 'dimension' | 'sentenceVectors'> | null;
}

/** An index that was loaded from a folder, with all of it in memory. */
export interface IndexInMemory extends LoadedIndex {
  /** For each passage, the hash of what was embedded. */
  readonly embedded: readonly string[];
  /** For each passage, its unit vector. */
  readonly vectors: readonly Float32Array[];
  readonly data: RetrievalDataInMemory;
}

/** How often a load is begun anew when the index was replaced under it. */
const TRIES = 3;

/**
 * Loads an index and verifies every byte of it. Building is left to others.
 * @throws {IndexProblem} when it is missing, broken, or of another version or encoder
 */
export async function loadIndex(
  folder: string,
  encoder: Pick<Encoder, 'name' | 'fingerprint'>,
): Promise<IndexInMemory> {
  for (let attempt = 1; ; attempt++) {
    const manifest = await requireManifest(folder, encoder);
    try {
      return await loadFiles(folder, manifest);
    } catch (error) {
      // Its files may have been swept away by two builds since the manifest was read; then there is a newer one.
      const newer = await readManifest(folder).catch(() => null);
      if (attempt >= TRIES || !newer || newer.version === manifest.version) throw error;
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

async function loadFiles(folder: string, manifest: Manifest): Promise<IndexInMemory> {
  const { files, model } = manifest;
  const letters = await loadFile(folder, files.letters);
  const passages = await loadFile(folder, files.passages);
  const { corpus, embedded } = await readCorpus(folder, { letters, passages });
  const vectors = rows(await loadFile(folder, files.vectors), model.dimension);
  const lexical = await loadFile(folder, files.lexical);
  const tokens = files.tokens ? await loadFile(folder, files.tokens) : null;
  // hnswlib reads the file itself; comparing its checksum first keeps damaged bytes away from native code.
  if (files.graph) await loadFile(folder, files.graph);
  if (vectors.length !== corpus.passages.length) throw new IndexProblem('broken', folder, 'it lacks vectors');
  try {
    // A bot goes on answering while it loads: between two steps others get their turn.
    const lexicon = Lexicon.load(lexical);
    await setImmediate();
    const tokenStore = tokens ? TokenStore.load(tokens) : null;
    await setImmediate();
    const index = loadVectorIndex(files.graph ? path.join(folder, files.graph.name) : null, vectors);
    const data = { lexicon, tokens: tokenStore, vectors: index };
    return { manifest, corpus, embedded, vectors, data, sentences: tokenStore };
  } catch (cause) {
    throw new IndexProblem('broken', folder, "its search data can't be read", { cause });
  }
}

function rows(bytes: Buffer, dimension: number): Float32Array[] {
  const all = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return Array.from({ length: all.length / dimension }, (_, i) => all.subarray(i * dimension, (i + 1) * dimension));
}
