import { z } from 'zod';
import type { Database } from './connection.ts';
import { assertUpToDate, pgvectorVersion } from './schema.ts';

/** How a database stands, for who looks after it. */
export interface DatabaseState {
  /** Version of PostgreSQL, and of pgvector. */
  readonly server: string;
  readonly pgvector: string;
  /** Whether this user may keep settings, feedback and trays, and make a new version of the index. */
  readonly mayKeep: boolean;
  readonly mayBuild: boolean;
  /** Of everything of ours. */
  readonly bytes: number;
}

const rowSchema = z.object({ server: z.string(), keep: z.boolean(), build: z.boolean(), bytes: z.coerce.number() });

/** @throws {DatabaseProblem} when it can't be used */
export async function stateOf(database: Database): Promise<DatabaseState> {
  await assertUpToDate(database);
  const [row] = await database.rows(
    rowSchema,
    `SELECT current_setting('server_version') AS server,
      NOT pg_is_in_recovery() AND has_table_privilege('briefwijzer.feedback', 'INSERT')
        AND has_table_privilege('briefwijzer.trays', 'INSERT') AS keep,
      NOT pg_is_in_recovery() AND has_schema_privilege('briefwijzer', 'CREATE') AS build,
      (SELECT sum(pg_total_relation_size(oid)) FROM pg_class
        WHERE relnamespace = 'briefwijzer'::regnamespace AND relkind = 'r') AS bytes`,
  );
  if (!row) throw new Error('the database said nothing of itself');
  const pgvector = (await pgvectorVersion(database)) ?? '';
  return { server: row.server, pgvector, mayKeep: row.keep, mayBuild: row.build, bytes: row.bytes };
}
