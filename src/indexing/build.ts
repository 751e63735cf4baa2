import type { Encoder } from '../encoder/types.ts';
import { ensureFolder } from '../ensure-folder.ts';
import { isLeftOut, type SkippedFile } from '../letters/walk.ts';
import { buildRetrievalData } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { embedPassages } from './embed.ts';
import { IndexFolderProblem } from './errors.ts';
import { type Input, readInput } from './input.ts';
import { inputChecksum } from './input-checksum.ts';
import { type IndexInMemory, loadIndex } from './load.ts';
import { type HeldLock, whileLocked } from './lock/lock.ts';
import { type PublishOptions, publish } from './publish.ts';
import { corpusPassages } from './stored.ts';

export interface BuildOptions extends PublishOptions {
  /** Told how many of the new passages are embedded. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Told of each file of the folder that is no letter. */
  readonly onSkipped?: ((skipped: SkippedFile) => void) | undefined;
  /** Told once when another process builds this index and is waited for. */
  readonly onWait?: (() => void) | undefined;
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

async function build(options: BuildOptions, input: Input, lock: HeldLock): Promise<Omit<BuildReport, 'elapsedMs'>> {
  const { indexDir, encoder } = options;
  const { letters, skipped, thesaurus } = input;
  const corpus: Corpus = { letters, passages: corpusPassages(letters) };
  const before = await previousIndex(indexDir, encoder);
  const embedded = await embedPassages(corpus, encoder, before, options.onProgress);
  const data = buildRetrievalData({ corpus, vectors: embedded.vectors, tokens: embedded.tokens, thesaurus });

  const built = { ...input, corpus, embedded, data };
  const { manifest, changed } = await publish(options, built, () => lock.assertHeld());
  const kept = new Set(embedded.hashes);
  return {
    indexDir,
    version: manifest.version,
    changed,
    letters: letters.length,
    passages: corpus.passages.length,
    embedded: embedded.fresh,
    removed: before?.embedded.filter((hash) => !kept.has(hash)).length ?? 0,
    skipped: skipped.length,
    leftOut: skipped.filter(({ reason }) => isLeftOut(reason)).map(({ file }) => file),
    vectorSearch: data.vectors.kind,
  };
}

/** The index before, for its vectors; null where there is none that this encoder can go on with. */
async function previousIndex(indexDir: string, encoder: Encoder): Promise<IndexInMemory | null> {
  return loadIndex(indexDir, encoder).catch(() => null);
}

/** Turns what a file system says of the index folder into one sentence. */
function refuse(folder: string): (error: unknown) => never {
  return (error) => {
    const why = whyNotWritten(error);
    if (why === null) throw error;
    throw new IndexFolderProblem(folder, why, { cause: error });
  };
}
