import { z } from 'zod';
import { IndexProblem } from '../../indexing/errors.ts';
import { assertFormat, indexFactsSchema } from '../../indexing/manifest.ts';
import { parseJson } from '../../json.ts';
import type { Database, Session } from '../connection.ts';

/** As sentences about an index name it. */
export const PLACE = 'the database';

/** How long a version that was replaced stays, for questions under way and for readers that have not looked yet. */
const KEPT_AFTER = '1 hour';

const fileSchema = z.object({ sha256: z.string().length(64), bytes: z.int().min(0) });

export const databaseManifestSchema = indexFactsSchema.extend({
  files: z.object({ letters: fileSchema, passages: fileSchema, lexical: fileSchema }),
});

export type DatabaseManifest = z.infer<typeof databaseManifestSchema>;
export type FileName = keyof DatabaseManifest['files'];

export interface CurrentVersion {
  readonly number: number;
  readonly manifest: DatabaseManifest;
}

const rowSchema = z.object({ number: z.int(), manifest: z.string() });

/**
 * The version that is in use; null where there is none.
 * @throws {IndexProblem} when it is damaged or of another version of the program
 */
export async function currentVersion(session: Session): Promise<CurrentVersion | null> {
  const [row] = await session.rows(rowSchema, 'SELECT number, manifest FROM briefwijzer.versions WHERE is_current');
  if (!row) return null;
  const json = parseJson(row.manifest);
  assertFormat(json, PLACE);
  const manifest = databaseManifestSchema.safeParse(json);
  if (!manifest.success) throw new IndexProblem('broken', PLACE, 'its manifest is damaged', { cause: manifest.error });
  return { number: row.number, manifest: manifest.data };
}

const numberSchema = z.object({ number: z.int() });

/** Adds a version that nobody uses yet. @returns its number */
export async function addVersion(session: Session, manifest: DatabaseManifest): Promise<number> {
  const text = 'INSERT INTO briefwijzer.versions (manifest) VALUES ($1) RETURNING number';
  const [row] = await session.rows(numberSchema, text, [JSON.stringify(manifest)]);
  if (!row) throw new Error('a version got no number');
  return row.number;
}

/** Makes a version the one in use; readers see it when the transaction ends. */
export async function makeCurrent(session: Session, number: number): Promise<void> {
  await session.run(
    'UPDATE briefwijzer.versions SET is_current = false, replaced_at = clock_timestamp() WHERE is_current',
  );
  await session.run('UPDATE briefwijzer.versions SET is_current = true WHERE number = $1', [number]);
}

/**
 * Removes versions that were replaced long ago; the one before the current stays. What is in use, or can't be removed for
 * the moment, is left for later. Never rejects.
 */
export async function sweep(database: Database): Promise<void> {
  const old = await database
    .rows(
      numberSchema,
      `SELECT number FROM briefwijzer.versions WHERE replaced_at < now() - interval '${KEPT_AFTER}'
      AND number < (SELECT max(number) FROM briefwijzer.versions WHERE NOT is_current)`,
    )
    .catch(() => []);
  for (const { number } of old) {
    await database
      .transaction(async (session) => {
        await session.run("SET LOCAL lock_timeout = '5s'");
        await session.run(`DROP TABLE IF EXISTS ${passagesOf(number)}`);
        await session.run('DELETE FROM briefwijzer.versions WHERE number = $1', [number]);
      })
      .catch(() => {});
  }
}

/** The table of a version's passages. */
export function passagesOf(version: number): string {
  return `briefwijzer.passages_${version}`;
}
