import { z } from 'zod';
import { errorCode } from '../error-code.ts';
import type { Session } from './connection.ts';
import { DatabaseProblem } from './problems.ts';

/**
 * The tables, as steps that are taken once and in this order. A step that was released never changes: what is to be
 * different is another step. The passages of a version stand in a table of their own, which the job makes.
 */
export const STEPS: readonly string[] = [
  `CREATE EXTENSION IF NOT EXISTS vector;
  CREATE TABLE briefwijzer.versions (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    manifest text NOT NULL,
    is_current boolean NOT NULL DEFAULT false,
    replaced_at timestamptz
  );
  CREATE UNIQUE INDEX ON briefwijzer.versions (is_current) WHERE is_current;
  CREATE TABLE briefwijzer.files (
    version integer NOT NULL REFERENCES briefwijzer.versions ON DELETE CASCADE,
    name text NOT NULL,
    part integer NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (version, name, part)
  );
  CREATE TABLE briefwijzer.settings (guild text PRIMARY KEY, language text NOT NULL);
  CREATE TABLE briefwijzer.feedback (number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, said jsonb NOT NULL);`,
  // Channels choose too, and more than a language; what people keep stands here as well.
  `ALTER TABLE briefwijzer.settings RENAME COLUMN guild TO place;
  ALTER TABLE briefwijzer.settings ADD COLUMN chosen jsonb NOT NULL DEFAULT '{}';
  UPDATE briefwijzer.settings SET chosen = jsonb_build_object('language', language);
  ALTER TABLE briefwijzer.settings DROP COLUMN language;
  CREATE TABLE briefwijzer.trays (
    number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    person text PRIMARY KEY,
    passages jsonb NOT NULL
  );`,
];

const OLDEST_PGVECTOR = '0.8';

/**
 * Takes the steps that were not taken yet; for who may make tables. Inside a transaction that nobody else builds in.
 * @throws {DatabaseProblem} when the schema is a newer program's, or pgvector is missing or too old
 */
export async function bringUpToDate(session: Session, steps: readonly string[] = STEPS): Promise<void> {
  const taken = await stepsTaken(session);
  if (taken > steps.length) throw tooNew(taken, steps.length);
  if (taken === 0) {
    await session.run('CREATE SCHEMA IF NOT EXISTS briefwijzer');
    await session.run('CREATE TABLE IF NOT EXISTS briefwijzer.steps (step integer PRIMARY KEY, taken_at timestamptz)');
  }
  for (const [i, step] of steps.entries()) {
    if (i < taken) continue;
    await session.run(step).catch(refuse);
    await session.run('INSERT INTO briefwijzer.steps VALUES ($1, now())', [i + 1]);
  }
  // Said before anything is encoded, not when the graph is made.
  await assertPgvector(session);
}

/**
 * Whether this program can read and write the tables as they are.
 * @throws {DatabaseProblem} when they are missing, older or newer, or pgvector is too old
 */
export async function assertUpToDate(session: Session, steps: readonly string[] = STEPS): Promise<void> {
  const taken = await stepsTaken(session);
  if (taken > steps.length) throw tooNew(taken, steps.length);
  if (taken === 0) throw new DatabaseProblem('it has no tables yet; run "briefwijzer index --database" to make them');
  if (taken < steps.length)
    throw new DatabaseProblem(
      `its tables are of step ${taken}, this program needs step ${steps.length}; run "briefwijzer index --database" to bring them up to date`,
    );
  await assertPgvector(session);
}

async function assertPgvector(session: Session): Promise<void> {
  const version = await pgvectorVersion(session);
  if (version === null || olderThan(version, OLDEST_PGVECTOR))
    throw new DatabaseProblem(
      `its pgvector is ${version ?? 'missing'}, ${OLDEST_PGVECTOR} or newer is needed; install it and run ALTER EXTENSION vector UPDATE`,
    );
}

/** Of the database; null where it is not installed in it. */
export async function pgvectorVersion(session: Session): Promise<string | null> {
  const row = z.object({ extversion: z.string() });
  const [found] = await session.rows(row, "SELECT extversion FROM pg_extension WHERE extname = 'vector'");
  return found?.extversion ?? null;
}

async function stepsTaken(session: Session): Promise<number> {
  const [table] = await session.rows(
    z.object({ there: z.boolean() }),
    "SELECT to_regclass('briefwijzer.steps') IS NOT NULL AS there",
  );
  if (!table?.there) return 0;
  const [last] = await session.rows(
    z.object({ step: z.int() }),
    'SELECT coalesce(max(step), 0) AS step FROM briefwijzer.steps',
  );
  return last?.step ?? 0;
}

function tooNew(taken: number, known: number): DatabaseProblem {
  return new DatabaseProblem(
    `its tables are of step ${taken}, this program knows them up to step ${known}; install a newer Briefwijzer`,
  );
}

/** What PostgreSQL says where an extension's files are not there: 0A000, before version 16 58P01. */
function refuse(error: unknown): never {
  const code = error instanceof Error ? errorCode(error) : undefined;
  if (code !== '0A000' && code !== '58P01') throw error;
  throw new DatabaseProblem('pgvector is not installed on its server (https://github.com/pgvector/pgvector)', {
    cause: error,
  });
}

function olderThan(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
