import type { Encoder } from '../../encoder/types.ts';
import { IndexProblem } from '../../indexing/errors.ts';
import { assertEncoder, type LoadedIndex } from '../../indexing/load.ts';
import { readCorpus } from '../../indexing/stored.ts';
import { Lexicon } from '../../retrieval/lexical/lexicon.ts';
import type { Database, Session } from '../connection.ts';
import { assertUpToDate } from '../schema.ts';
import { loadFile } from './files.ts';
import { DatabaseTokens, DatabaseVectors, storedBytesSchema } from './search.ts';
import { DatabaseSentences } from './sentences.ts';
import { type CurrentVersion, currentVersion, PLACE, passagesOf } from './versions.ts';

/**
 * Loads the version in use: letters, passages, what lexical search needs and a vector a sentence. Vectors and token
 * vectors of passages stay in the database and are asked for by each question.
 * @throws {IndexProblem} when there is none, or none that this encoder can search
 * @throws {DatabaseProblem} when the database can't be used
 */
export function loadFromDatabase(
  database: Database,
  encoder: Pick<Encoder, 'name' | 'fingerprint'>,
): Promise<LoadedIndex> {
  return database.snapshot(async (session) => {
    await assertUpToDate(session);
    const version = await requireVersion(session, encoder);
    const { number, manifest } = version;
    const { dimension, tokenDimension } = manifest.model;
    const letters = await loadFile(session, version, 'letters');
    const passages = await loadFile(session, version, 'passages');
    const corpus = await readCorpus(PLACE, { letters, passages });
    const lexical = await loadFile(session, version, 'lexical');
    const sentences = tokenDimension === null ? null : await loadSentences(session, number, tokenDimension);
    return {
      manifest,
      corpus,
      sentences,
      data: {
        lexicon: await lexiconOf(lexical),
        vectors: new DatabaseVectors(database, number, dimension),
        tokens: tokenDimension === null ? null : new DatabaseTokens(database, number),
      },
    };
  });
}

/** @throws {IndexProblem} when there is no version, or none that this encoder can search */
export async function requireVersion(
  session: Session,
  encoder: Pick<Encoder, 'name' | 'fingerprint'>,
): Promise<CurrentVersion> {
  const version = await currentVersion(session);
  if (!version) throw new IndexProblem('missing', PLACE, 'there is none');
  assertEncoder(version.manifest, PLACE, encoder);
  return version;
}

/** Passages whose sentences are read at once. */
const BATCH = 5_000;

async function loadSentences(session: Session, version: number, dimension: number): Promise<DatabaseSentences> {
  const passages: Buffer[] = [];
  const text = `SELECT number, sentences AS bytes FROM ${passagesOf(version)} WHERE number >= $1 AND number < $2 ORDER BY number`;
  for (let from = 0; ; from += BATCH) {
    const rows = await session.rows(storedBytesSchema, text, [from, from + BATCH]);
    passages.push(...rows.map(({ bytes }) => bytes));
    if (rows.length < BATCH) return new DatabaseSentences(passages, dimension);
  }
}

async function lexiconOf(bytes: Buffer): Promise<Lexicon> {
  try {
    return await Lexicon.load(bytes);
  } catch (cause) {
    throw new IndexProblem('broken', PLACE, "its search data can't be read", { cause });
  }
}
