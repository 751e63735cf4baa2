import { isDeepStrictEqual } from 'node:util';
import type { Encoder } from '../encoder/types.ts';
import { given } from '../given.ts';
import type { Lexicon } from '../retrieval/lexical/lexicon.ts';
import { pack } from '../retrieval/packed.ts';
import type { Corpus } from '../retrieval/types.ts';
import { sha256 } from './checksum.ts';
import { isMarkedDamaged, unmarkDamaged } from './damage.ts';
import type { Encodings } from './encodings/encodings.ts';
import { fullPath } from './freshness.ts';
import { makeGraph, readGraphBefore } from './graph.ts';
import type { IndexBefore } from './index-before.ts';
import type { Input } from './input.ts';
import { FORMAT_VERSION, type IndexFacts, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { dataChecksum, programChecksum } from './program.ts';
import { storeBytes, storedNames, storeWritten, sweep, takeBack } from './store.ts';
import { writeCorpus } from './stored.ts';

export interface PublishOptions {
  readonly lettersDir: string;
  readonly indexDir: string;
  readonly encoder: Encoder;
  readonly now?: (() => Date) | undefined;
}

/** What an index is made of. */
export interface Built extends Input {
  readonly corpus: Corpus;
  /** Of each passage the hash of what was encoded. */
  readonly hashes: readonly string[];
  readonly encodings: Encodings;
  readonly lexicon: Lexicon;
  /** What it builds on. */
  readonly before: IndexBefore | null;
}

export interface Published {
  readonly manifest: Manifest;
  /** Whether it differs from the one before. */
  readonly changed: boolean;
  readonly vectorSearch: 'hnsw' | 'exact';
}

/**
 * Writes the files of an index, then names them in the manifest: by that one rename the index changes.
 * @param stillHeld called just before it changes; throws where it must not
 */
export async function publish(
  options: PublishOptions,
  built: Built,
  stillHeld: () => Promise<void>,
): Promise<Published> {
  const { indexDir, lettersDir, encoder, now = () => new Date() } = options;
  const there = await storedNames(indexDir);
  const write = async () => {
    const files = await storeAll(options, built);
    const content = contentOf(built, encoder);
    const { letters, passages, lexical } = files;
    const version = versionOf({ ...content, files: { letters, passages, lexical } });
    const before = await readManifest(indexDir).catch(() => null);
    const changed = before?.version !== version;
    const made = {
      lettersDir: await fullPath(lettersDir),
      program: await programChecksum(),
      data: await dataChecksum(),
    };
    const manifest = { ...content, version, builtAt: now().toISOString(), ...made, files };
    // Who has the damaged files open goes on with them until the manifest is another one.
    const isOther = !isDeepStrictEqual({ ...before, ...made, files }, before) || (await isMarkedDamaged(indexDir));
    await stillHeld();
    if (changed || isOther) await writeManifest(indexDir, manifest);
    return { manifest, before, changed };
  };
  const { manifest, before, changed } = await write().catch(async (error: unknown) => {
    // Only while nobody else may have written files of the same names.
    await stillHeld()
      .then(() => takeBack(indexDir, there))
      .catch(() => {});
    throw error;
  });
  await unmarkDamaged(indexDir);
  await sweep(indexDir, changed ? [manifest, before] : [manifest]);
  return { manifest, changed, vectorSearch: manifest.files.graph ? 'hnsw' : 'exact' };
}

/** What an index holds, whichever folder its letters lie in and whenever it is built. */
export function contentOf(
  { letters, skipped, stock, corpus }: Pick<Built, 'letters' | 'skipped' | 'stock' | 'corpus'>,
  encoder: Encoder,
): Omit<IndexFacts, 'version' | 'lettersDir' | 'builtAt' | 'program'> {
  return {
    formatVersion: FORMAT_VERSION,
    model: {
      name: encoder.name,
      fingerprint: encoder.fingerprint,
      dimension: encoder.dimension,
      tokenDimension: encoder.tokenDimension,
    },
    input: stock.checksum,
    letters: letters.map((letter) => ({
      id: letter.id,
      file: letter.file,
      checksum: sha256(letter.source),
      passages: letter.passages.length,
    })),
    skipped: skipped.map(({ file, reason, problem }) => ({ file, reason, ...given({ problem }) })),
    passages: corpus.passages.length,
  };
}

/** Equal content has an equal version. */
export function versionOf(content: object): string {
  return sha256(JSON.stringify(content)).slice(0, 12);
}

async function storeAll({ indexDir, encoder }: PublishOptions, built: Built): Promise<Manifest['files']> {
  const { corpus, hashes, encodings, lexicon, before } = built;
  const stored = writeCorpus(corpus);
  const needed = new Set(hashes);
  const graphBefore = before && (await readGraphBefore(indexDir, before, encodings.countBefore));
  const settled = await encodings.settle([...needed], graphBefore !== null);
  const numbers = new Map(settled.hashes.map((hash, number) => [hash, number]));
  const passages = Uint32Array.from(hashes, (hash) => numbers.get(hash)!);
  const graph = await makeGraph(settled, needed, encodings, encoder.dimension, graphBefore);
  return {
    letters: await storeBytes(indexDir, 'letters', 'jsonl', stored.letters),
    passages: await storeBytes(indexDir, 'passages', 'jsonl', stored.passages),
    lexical: await storeBytes(indexDir, 'lexical', 'bin', lexicon.serialize()),
    encoded: [...settled.files],
    records: await storeBytes(indexDir, 'records', 'bin', pack({ passages })),
    graph: graph && (await storeWritten(indexDir, 'graph', 'hnsw', (draft) => graph.save(draft))),
  };
}
