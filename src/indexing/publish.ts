import type { Encoder } from '../encoder/types.ts';
import type { RetrievalDataInMemory } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { saveVectorIndex } from '../retrieval/vector/vector-index.ts';
import { sha256 } from './checksum.ts';
import type { EmbeddedPassages } from './embed.ts';
import { fullPath } from './freshness.ts';
import type { Input } from './input.ts';
import { FORMAT_VERSION, type IndexFacts, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { storeBytes, storedNames, storeWritten, sweep, takeBack } from './store.ts';
import { writeCorpus } from './stored.ts';

export interface PublishOptions {
  readonly lettersDir: string;
  readonly indexDir: string;
  readonly encoder: Encoder;
  readonly now?: (() => Date) | undefined;
}

/** What an index holds. */
export interface Built extends Input {
  readonly corpus: Corpus;
  readonly embedded: EmbeddedPassages;
  readonly data: RetrievalDataInMemory;
}

/**
 * Writes the files of an index, then names them in the manifest: by that one rename the index changes.
 * @param stillHeld called just before it changes; throws where it must not
 * @returns the manifest, and whether it differs from the one before
 */
export async function publish(
  { indexDir, lettersDir, encoder, now = () => new Date() }: PublishOptions,
  built: Built,
  stillHeld: () => Promise<void>,
): Promise<{ readonly manifest: Manifest; readonly changed: boolean }> {
  const there = await storedNames(indexDir);
  const write = async () => {
    const content = { ...contentOf(built, encoder), files: await storeAll(indexDir, built) };
    const version = versionOf(content);
    const before = await readManifest(indexDir).catch(() => null);
    const changed = before?.version !== version;
    const manifest = { ...content, version, lettersDir: await fullPath(lettersDir), builtAt: now().toISOString() };
    await stillHeld();
    if (changed || before?.lettersDir !== manifest.lettersDir) await writeManifest(indexDir, manifest);
    return { manifest, before, changed };
  };
  const { manifest, before, changed } = await write().catch(async (error: unknown) => {
    // Only while nobody else may have written files of the same names.
    await stillHeld()
      .then(() => takeBack(indexDir, there))
      .catch(() => {});
    throw error;
  });
  await sweep(indexDir, changed ? [manifest, before] : [manifest]);
  return { manifest, changed };
}

/** What an index holds, whichever folder its letters lie in and whenever it is built. */
export function contentOf(
  { letters, skipped, checksum, corpus }: Pick<Built, 'letters' | 'skipped' | 'checksum' | 'corpus'>,
  encoder: Encoder,
): Omit<IndexFacts, 'version' | 'lettersDir' | 'builtAt'> {
  return {
    formatVersion: FORMAT_VERSION,
    model: {
      name: encoder.name,
      fingerprint: encoder.fingerprint,
      dimension: encoder.dimension,
      tokenDimension: encoder.tokenDimension,
    },
    input: checksum,
    letters: letters.map((letter) => ({
      id: letter.id,
      file: letter.file,
      checksum: sha256(letter.source),
      passages: letter.passages.length,
    })),
    skipped: skipped.map(({ file, reason }) => ({ file, reason })),
    passages: corpus.passages.length,
  };
}

/** Equal content has an equal version. */
export function versionOf(content: object): string {
  return sha256(JSON.stringify(content)).slice(0, 12);
}

async function storeAll(folder: string, { corpus, embedded, data }: Built): Promise<Manifest['files']> {
  const stored = writeCorpus({ corpus, embedded: embedded.hashes });
  const vectors = Buffer.concat(embedded.vectors.map((v) => Buffer.from(v.buffer, v.byteOffset, v.byteLength)));
  return {
    letters: await storeBytes(folder, 'letters', 'jsonl', stored.letters),
    passages: await storeBytes(folder, 'passages', 'jsonl', stored.passages),
    vectors: await storeBytes(folder, 'vectors', 'f32', vectors),
    lexical: await storeBytes(folder, 'lexical', 'bin', data.lexicon.serialize()),
    tokens: data.tokens ? await storeBytes(folder, 'tokens', 'bin', data.tokens.serialize()) : null,
    graph:
      data.vectors.kind === 'hnsw'
        ? await storeWritten(folder, 'graph', 'hnsw', (draft) => void saveVectorIndex(data.vectors, draft))
        : null,
  };
}
