import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { TextParts } from '../encoder/types.ts';
import { ensureFolder } from '../ensure-folder.ts';
import { type HeldLock, whileLocked } from '../lock/lock.ts';
import { passageParts } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { hnswAvailable } from '../retrieval/vector/vector-index.ts';
import { whyNotWritten } from '../why-not-written.ts';
import { seemsWhole } from './damage.ts';
import { encodeInBatches } from './embed.ts';
import { Encodings } from './encodings/encodings.ts';
import { IndexFolderProblem } from './errors.ts';
import { fullPath } from './freshness.ts';
import { readBefore } from './index-before.ts';
import { type Input, readInput } from './input.ts';
import { type KnownFile, type Stock, takeStock } from './input-checksum.ts';
import { readKnownFiles, writeKnownFiles } from './known-files.ts';
import { keepLanguage, knowLanguage } from './known-language.ts';
import { loadReadBefore, writeKnownReading } from './known-reading.ts';
import { writeKnownWords } from './known-words.ts';
import { requireManifest } from './load.ts';
import type { IndexFacts } from './manifest.ts';
import { hashesOf, knownLetter, makeLexicon, readPassagesBefore } from './passages-before.ts';
import { programChecksum } from './program.ts';
import { type PublishOptions, publish } from './publish.ts';
import { corpusPassages } from './stored.ts';

/** In the index folder while a job builds it. */
const LOCK = 'building.lock';

export interface BuildOptions extends PublishOptions {
  /** Told how many of the new passages are embedded. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Told of each file of the folder that is no letter. */
  readonly onSkipped?: ((skipped: IndexFacts['skipped'][number]) => void) | undefined;
  /** Told once when another process builds this index and is waited for. */
  readonly onWait?: (() => void) | undefined;
}

export interface LeftOut {
  readonly file: string;
  /** What is wrong and what to do, in one sentence. */
  readonly problem: string;
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
  /** Letters that could not be read and are not in the index. */
  readonly leftOut: readonly LeftOut[];
  readonly vectorSearch: 'hnsw' | 'exact';
  readonly elapsedMs: number;
}

/**
 * The offline job: letters folder to index folder. What the encoder made of a passage is never made again: it stands in the
 * index before, or in the journal of a run that did not end. A letter that is what it was is not read again, the graph and
 * lexical search are extended; the rest is made anew. Where nothing changed, nothing is read but what the disk says of the
 * letters' files.
 * @throws {Problem} when the letters can't be read or the index can't be written; the index before stays as it is
 */
export async function buildIndex(options: BuildOptions): Promise<BuildReport> {
  const { indexDir, lettersDir, onSkipped, onWait, now } = options;
  const begun = performance.now();
  const timed = (report: Omit<BuildReport, 'elapsedMs'>): BuildReport => {
    return { ...report, elapsedMs: Math.round(performance.now() - begun) };
  };
  const known = await readKnownFiles(indexDir);
  const stock = await takeStock(lettersDir, known, now).catch(() => null);
  const current = stock && (await unchanged(options, stock));
  if (current) {
    if (!isDeepStrictEqual(stock.files, known)) await writeKnownFiles(indexDir, stock);
    return timed(current);
  }
  const read = async (files?: readonly KnownFile[]) =>
    readInput(lettersDir, files, now, await loadReadBefore(indexDir));
  // Everything that can be wrong with the letters shows here, before anything is written.
  let input = await read(stock?.files);
  await ensureFolder(indexDir).catch(refuse(indexDir));
  const job = async (lock: HeldLock) => {
    // Letters may have come in while another process was waited for: what it published must not be undone.
    const stockNow = await takeStock(lettersDir, input.stock.files, now).catch(() => null);
    const made = stockNow && (await unchanged(options, stockNow));
    if (made) return timed(made);
    if (stockNow?.checksum !== input.stock.checksum) input = await read(stockNow?.files);
    for (const file of input.skipped) onSkipped?.(file);
    const report = await build(options, input, lock);
    await writeKnownFiles(indexDir, input.stock);
    return timed(report);
  };
  const another = (why: string) => new IndexFolderProblem(indexDir, why);
  return whileLocked(path.join(indexDir, LOCK), job, { onWait, refuse: another }).catch(refuse(indexDir));
}

/**
 * What there is to report where the index holds these letters already, made by this program, for this encoder and machine.
 * @returns null where it has to be built
 */
async function unchanged(
  { indexDir, lettersDir, encoder, onSkipped, onProgress }: BuildOptions,
  { checksum }: Stock,
): Promise<Omit<BuildReport, 'elapsedMs'> | null> {
  const manifest = await requireManifest(indexDir, encoder).catch(() => null);
  if (manifest?.input !== checksum || manifest.lettersDir !== (await fullPath(lettersDir))) return null;
  if ((manifest.files.graph !== null) !== (hnswAvailable() && manifest.passages > 0)) return null;
  if (manifest.program !== (await programChecksum()) || !(await seemsWhole(indexDir, manifest))) return null;
  const { version, letters, passages, skipped, files } = manifest;
  for (const file of skipped) onSkipped?.(file);
  onProgress?.(0, 0);
  return {
    indexDir,
    version,
    changed: false,
    letters: letters.length,
    passages,
    embedded: 0,
    removed: 0,
    skipped: skipped.length,
    leftOut: lettersLeftOut(skipped),
    vectorSearch: files.graph ? 'hnsw' : 'exact',
  };
}

async function build(options: BuildOptions, input: Input, lock: HeldLock): Promise<Omit<BuildReport, 'elapsedMs'>> {
  const { indexDir, encoder } = options;
  const { letters, skipped, thesauri } = input;
  const corpus: Corpus = { letters, passages: corpusPassages(letters) };
  const there = await requireManifest(indexDir, encoder).catch(() => null);
  const encodings = await Encodings.open(indexDir, encoder.fingerprint, there?.files.encoded ?? []);
  try {
    const before = await readBefore(indexDir, there, encodings);
    const known = letters.map(knownLetter);
    const passagesBefore = await readPassagesBefore(indexDir, there, known);
    const hashes = hashesOf(corpus, before, passagesBefore);
    const keep: Encodings['add'] = async (encoded) => {
      // Whoever took over goes on with the same journal, and may have made it a file of an index by now.
      await lock.assertHeld();
      await encodings.add(encoded);
    };
    const embedded = await encodeMissing(corpus, hashes, encodings, keep, options);
    const isLanguageKept = await knowLanguage(indexDir);
    const { lexicon, words } = await makeLexicon(indexDir, there, passagesBefore, corpus, thesauri);
    const built = { ...input, corpus, hashes, encodings, lexicon, before };
    const { manifest, changed, vectorSearch } = await publish(options, built, () => lock.assertHeld());
    await writeKnownWords(indexDir, manifest, { letters: known, words });
    await writeKnownReading(indexDir, manifest, input.reading);
    if (!isLanguageKept) await keepLanguage(indexDir);
    const kept = new Set(hashes);
    return {
      indexDir,
      version: manifest.version,
      changed,
      letters: letters.length,
      passages: corpus.passages.length,
      embedded,
      removed: before?.hashes.filter((hash) => !kept.has(hash)).length ?? 0,
      skipped: skipped.length,
      leftOut: lettersLeftOut(skipped),
      vectorSearch,
    };
  } finally {
    await encodings.close();
  }
}

/** Encodes what no index and no run before this one did. @returns how many passages */
async function encodeMissing(
  corpus: Corpus,
  hashes: readonly string[],
  encodings: Encodings,
  keep: Encodings['add'],
  { encoder, onProgress }: BuildOptions,
): Promise<number> {
  const missing = new Map<string, { readonly hash: string; readonly parts: TextParts }>();
  for (const [number, hash] of hashes.entries()) {
    if (encodings.has(hash) || missing.has(hash)) continue;
    const each = corpus.passages[number];
    if (each) missing.set(hash, { hash, parts: passageParts(each) });
  }
  await encodeInBatches([...missing.values()], encoder, keep, onProgress);
  return missing.size;
}

/** Of skipped files those that should have been letters. */
export function lettersLeftOut(skipped: readonly IndexFacts['skipped'][number][]): LeftOut[] {
  return skipped.flatMap(({ file, problem }) => (problem === undefined ? [] : [{ file, problem }]));
}

/** Turns what a file system says of the index folder into one sentence. */
function refuse(folder: string): (error: unknown) => never {
  return (error) => {
    const why = whyNotWritten(error);
    if (why === null) throw error;
    throw new IndexFolderProblem(folder, why, { cause: error });
  };
}
