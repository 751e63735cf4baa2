import { z } from 'zod';
import type { Encoder } from '../../encoder/types.ts';
import { type BuildOptions, type BuildReport, lettersLeftOut } from '../../indexing/build.ts';
import { sha256 } from '../../indexing/checksum.ts';
import { embeddedHash, encodeInBatches } from '../../indexing/embed.ts';
import { fullPath } from '../../indexing/freshness.ts';
import { type Input, readInput } from '../../indexing/input.ts';
import { inputChecksum } from '../../indexing/input-checksum.ts';
import { programChecksum } from '../../indexing/program.ts';
import { contentOf, versionOf } from '../../indexing/publish.ts';
import { corpusPassages, writeCorpus } from '../../indexing/stored.ts';
import { buildLexicon, passageParts } from '../../retrieval/retrieval-data.ts';
import type { Corpus } from '../../retrieval/types.ts';
import type { Database, Session } from '../connection.ts';
import { bringUpToDate } from '../schema.ts';
import { storeFile } from './files.ts';
import { requireVersion } from './load.ts';
import { copyPassages, createPassages, indexPassages, insertPassages, missingFrom } from './passages.ts';
import {
  addVersion,
  type CurrentVersion,
  currentVersion,
  type DatabaseManifest,
  type FileName,
  makeCurrent,
  PLACE,
  passagesOf,
  sweep,
} from './versions.ts';

export type DatabaseBuildOptions = Omit<BuildOptions, 'indexDir'>;

/** Held by the one job that builds: any number that nobody else in the database uses. */
const BUILDING = 7_240_216_501;

/**
 * The offline job: letters folder to a new version in the database, in one transaction. Readers use the version before
 * until it ends, and that version stays where it fails. Whoever comes while another job builds waits for it.
 * @throws {Problem} when the letters can't be read or the database can't be written
 */
export async function buildInDatabase(database: Database, options: DatabaseBuildOptions): Promise<BuildReport> {
  const begun = performance.now();
  const { lettersDir, onSkipped, onWait } = options;
  // Everything that can be wrong with the letters shows here, before anything is written.
  let input = await readInput(lettersDir);
  const report = await database.transaction(async (session) => {
    await waitForTurn(session, onWait);
    await bringUpToDate(session);
    // Letters may have come in while another job was waited for.
    if ((await inputChecksum(lettersDir).catch(() => '')) !== input.stock.checksum) input = await readInput(lettersDir);
    for (const file of input.skipped) onSkipped?.(file);
    return build(session, options, input);
  });
  await sweep(database);
  return { ...report, elapsedMs: Math.round(performance.now() - begun) };
}

async function waitForTurn(session: Session, onWait: () => void = () => {}): Promise<void> {
  const row = z.object({ taken: z.boolean() });
  const [lock] = await session.rows(row, 'SELECT pg_try_advisory_xact_lock($1) AS taken', [BUILDING]);
  if (lock?.taken) return;
  onWait();
  await session.run('SELECT pg_advisory_xact_lock($1)', [BUILDING]);
}

async function build(
  session: Session,
  options: DatabaseBuildOptions,
  input: Input,
): Promise<Omit<BuildReport, 'elapsedMs'>> {
  const { letters, skipped } = input;
  const corpus: Corpus = { letters, passages: corpusPassages(letters) };
  const hashes = corpus.passages.map((each) => embeddedHash(passageParts(each)));
  const { manifest, files } = await contentsOf(options, input, corpus);
  const before = await currentVersion(session).catch(() => null);
  const changed = before?.manifest.version !== manifest.version;
  const done = changed
    ? await write(session, options, { corpus, hashes, manifest, files })
    : await keep(session, before, manifest);
  return {
    indexDir: PLACE,
    version: manifest.version,
    changed,
    letters: letters.length,
    passages: corpus.passages.length,
    ...done,
    skipped: skipped.length,
    leftOut: lettersLeftOut(skipped),
    vectorSearch: 'hnsw',
  };
}

type Files = Readonly<Record<FileName, Buffer>>;

async function contentsOf(
  { encoder, lettersDir, now = () => new Date() }: DatabaseBuildOptions,
  input: Input,
  corpus: Corpus,
): Promise<{ readonly manifest: DatabaseManifest; readonly files: Files }> {
  const lexical = buildLexicon(corpus, input.thesauri).serialize();
  const files: Files = { ...writeCorpus(corpus), lexical };
  const stored = (name: FileName) => ({ sha256: sha256(files[name]), bytes: files[name].length });
  const content = {
    ...contentOf({ ...input, corpus }, encoder),
    files: { letters: stored('letters'), passages: stored('passages'), lexical: stored('lexical') },
  };
  const version = versionOf(content);
  return {
    manifest: {
      ...content,
      version,
      lettersDir: await fullPath(lettersDir),
      program: await programChecksum(),
      builtAt: now().toISOString(),
    },
    files,
  };
}

interface Made {
  readonly embedded: number;
  readonly removed: number;
}

/** The letters are those of the version in use; they may lie in another folder now. */
async function keep(session: Session, before: CurrentVersion, { lettersDir }: DatabaseManifest): Promise<Made> {
  const manifest = JSON.stringify({ ...before.manifest, lettersDir });
  await session.run('UPDATE briefwijzer.versions SET manifest = $1 WHERE number = $2', [manifest, before.number]);
  return { embedded: 0, removed: 0 };
}

interface Contents {
  readonly corpus: Corpus;
  readonly hashes: readonly string[];
  readonly manifest: DatabaseManifest;
  readonly files: Files;
}

async function write(
  session: Session,
  { encoder, onProgress }: DatabaseBuildOptions,
  { corpus, hashes, manifest, files }: Contents,
): Promise<Made> {
  const before = await requireVersion(session, encoder).catch(() => null);
  const version = await addVersion(session, manifest);
  await createPassages(session, version, encoder.dimension);
  const missing = await missingFrom(session, before?.number ?? null, hashes);
  const rows = hashes.map((embedded, number) => ({ number, embedded }));
  const known = rows.filter(({ embedded }) => !missing.has(embedded));
  if (before) await copyPassages(session, before.number, version, known);
  const fresh = rows.filter(({ embedded }) => missing.has(embedded));
  await encodePassages(session, version, { fresh, corpus, encoder, onProgress });
  await indexPassages(session, version, encoder.dimension);
  for (const name of ['letters', 'passages', 'lexical'] as const) await storeFile(session, version, name, files[name]);
  await makeCurrent(session, version);
  return { embedded: fresh.length, removed: before ? await removedSince(session, before.number, version) : 0 };
}

interface Fresh {
  readonly fresh: readonly { readonly number: number; readonly embedded: string }[];
  readonly corpus: Corpus;
  readonly encoder: Encoder;
  readonly onProgress: DatabaseBuildOptions['onProgress'];
}

async function encodePassages(
  session: Session,
  version: number,
  { fresh, corpus, encoder, onProgress }: Fresh,
): Promise<void> {
  const passages = fresh.flatMap(({ number, embedded }) => {
    const each = corpus.passages[number];
    return each ? [{ number, embedded, parts: passageParts(each) }] : [];
  });
  await encodeInBatches(
    passages,
    encoder,
    (encoded) => insertPassages(session, version, encoded, encoder.tokenDimension ?? 0),
    onProgress,
  );
}

async function removedSince(session: Session, before: number, version: number): Promise<number> {
  const [row] = await session.rows(
    z.object({ removed: z.int() }),
    `SELECT count(*)::integer AS removed FROM ${passagesOf(before)} AS before
    WHERE NOT EXISTS (SELECT FROM ${passagesOf(version)} AS now WHERE now.embedded = before.embedded)`,
  );
  return row?.removed ?? 0;
}
