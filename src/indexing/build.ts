import path from 'node:path';
import type { Encoder } from '../encoder/types.ts';
import { ensureFolder } from '../ensure-folder.ts';
import { type ReadLetters, readLetters } from '../letters/read.ts';
import { isNotText, type SkippedFile, THESAURUS } from '../letters/walk.ts';
import type { Thesaurus } from '../retrieval/lexical/thesaurus.ts';
import { buildRetrievalData, type RetrievalData } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { saveVectorIndex } from '../retrieval/vector/vector-index.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { sha256 } from './checksum.ts';
import { embedPassages } from './embed.ts';
import { IndexFolderProblem } from './errors.ts';
import { fullPath } from './freshness.ts';
import { inputChecksum } from './input-checksum.ts';
import { type LoadedIndex, loadIndex } from './load.ts';
import { type HeldLock, whileLocked } from './lock/lock.ts';
import { FORMAT_VERSION, type Manifest, readManifest, writeManifest } from './manifest.ts';
import { storeBytes, storeWritten, sweep } from './store.ts';
import { corpusPassages, writeCorpus } from './stored.ts';
import { readThesaurus } from './thesaurus.ts';

export interface BuildOptions {
  readonly lettersDir: string;
  readonly indexDir: string;
  readonly encoder: Encoder;
  /** Told how many of the new passages are embedded. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Told of each file of the folder that is no letter. */
  readonly onSkipped?: ((skipped: SkippedFile) => void) | undefined;
  /** Told once when another process builds this index and is waited for. */
  readonly onWait?: (() => void) | undefined;
  readonly now?: (() => Date) | undefined;
}

export interface BuildReport {
  readonly indexDir: string;
  readonly version: string;
  /** Whether the index differs from the one before. */
  readonly changed: boolean;
  readonly letters: number;
  readonly passages: number;
  readonly embedded: number;
  /** Passages of the index before that are gone. */
  readonly removed: number;
  readonly skipped: number;
  /** Files of letters that are no text, which were left out. */
  readonly leftOut: readonly string[];
  readonly vectorSearch: 'hnsw' | 'exact';
  readonly elapsedMs: number;
}

/**
 * The offline job: letters folder to index folder. Everything is made anew in a fixed order but the vectors of passages
 * that are in the index already, so an update gives the bytes that a fresh build would.
 * @throws {Problem} when the letters can't be read or the index can't be written; the index before stays as it is
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  const { indexDir, lettersDir, onSkipped, onWait } = options;
  const begun = performance.now();
  // Everything that can be wrong with the letters shows here, before anything is written.
  let input = await readInput(lettersDir);
  await ensureFolder(indexDir).catch(refuse(indexDir));
  const job = async (lock: HeldLock) => {
    // Letters may have come in while another process was waited for: what it published must not be undone.
    if ((await inputChecksum(lettersDir).catch(() => '')) !== input.checksum) input = await readInput(lettersDir);
    for (const file of input.skipped) onSkipped?.(file);
    const report = await build(options, input, lock);
    return { ...report, elapsedMs: Math.round(performance.now() - begun) };
  };
  return whileLocked(indexDir, job, { onWait }).catch(refuse(indexDir));
}

interface Input extends ReadLetters {
  readonly checksum: string;
  readonly thesaurus: Thesaurus;
}

async function readInput(lettersDir: string): Promise<Input> {
  // Before the letters are read: one that changes meanwhile makes the index stale, not wrong. Reading tells better why it fails.
  const checksum = await inputChecksum(lettersDir).catch(() => '');
  const read = await readLetters(lettersDir);
  return { ...read, checksum, thesaurus: readThesaurus(path.join(lettersDir, THESAURUS)) };
}

async function build(options: BuildOptions, input: Input, lock: HeldLock): Promise<Omit<BuildReport, 'elapsedMs'>> {
  const { indexDir, encoder } = options;
  const { letters, skipped, thesaurus } = input;
  const corpus: Corpus = { letters, passages: corpusPassages(letters) };
  const before = await previousIndex(indexDir, encoder);
  const embedded = await embedPassages(corpus, encoder, before, options.onProgress);
  const data = buildRetrievalData({ corpus, vectors: embedded.vectors, tokens: embedded.tokens, thesaurus });

  const files = await storeAll(indexDir, corpus, embedded, data);
  const content = {
    formatVersion: FORMAT_VERSION,
    model: {
      name: encoder.name,
      fingerprint: encoder.fingerprint,
      dimension: encoder.dimension,
      lateInteraction: embedded.tokens !== null,
    },
    input: input.checksum,
    letters: letters.map((letter) => ({
      id: letter.id,
      file: letter.file,
      checksum: sha256(letter.source),
      passages: letter.passages.length,
    })),
    skipped: skipped.map(({ file, reason }) => ({ file, reason })),
    passages: corpus.passages.length,
    files,
  } as const;
  const version = sha256(JSON.stringify(content)).slice(0, 12);
  const replaced = await readManifest(indexDir).catch(() => null);
  const changed = replaced?.version !== version;
  const lettersDir = await fullPath(options.lettersDir);
  const manifest: Manifest = {
    ...content,
    version,
    lettersDir,
    builtAt: (options.now?.() ?? new Date()).toISOString(),
  };
  await lock.assertHeld();
  if (changed || replaced?.lettersDir !== lettersDir) await writeManifest(indexDir, manifest);
  await sweep(indexDir, changed ? [manifest, replaced] : [manifest]);

  const kept = new Set(embedded.hashes);
  return {
    indexDir,
    version,
    changed,
    letters: letters.length,
    passages: corpus.passages.length,
    embedded: embedded.fresh,
    removed: before?.embedded.filter((hash) => !kept.has(hash)).length ?? 0,
    skipped: skipped.length,
    leftOut: skipped.filter(({ reason }) => isNotText(reason)).map(({ file }) => file),
    vectorSearch: data.vectors.kind,
  };
}

/** The index before, for its vectors; null where there is none that this encoder can go on with. */
async function previousIndex(indexDir: string, encoder: Encoder): Promise<LoadedIndex | null> {
  return loadIndex(indexDir, encoder).catch(() => null);
}

async function storeAll(
  folder: string,
  corpus: Corpus,
  embedded: Awaited<ReturnType<typeof embedPassages>>,
  data: RetrievalData,
): Promise<Manifest['files']> {
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

/** Turns what a file system says of the index folder into one sentence. */
function refuse(folder: string): (error: unknown) => never {
  return (error) => {
    const why = whyNotWritten(error);
    if (why === null) throw error;
    throw new IndexFolderProblem(folder, why, { cause: error });
  };
}
