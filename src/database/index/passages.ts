import { z } from 'zod';
import type { Encoding } from '../../encoder/types.ts';
import { TokenStoreBuilder } from '../../retrieval/rerank/token-store-builder.ts';
import { packVector, unpackVector } from '../../retrieval/vector/eight-bits.ts';
import { EF_CONSTRUCTION, M } from '../../retrieval/vector/hnsw-parameters.ts';
import type { Session } from '../connection.ts';
import { packSentences } from './sentences.ts';
import { passagesOf } from './versions.ts';

/** Makes the table of a version's passages, which only its transaction sees. */
export async function createPassages(session: Session, version: number, dimension: number): Promise<void> {
  const table = passagesOf(version);
  await session.run(
    `CREATE TABLE ${table} (
      number integer PRIMARY KEY,
      embedded text NOT NULL,
      vector vector(${dimension}) NOT NULL,
      tokens bytea,
      sentences bytea
    )`,
  );
  // Eight bits of a direction can't be compressed: trying would only cost time.
  await session.run(`ALTER TABLE ${table} ALTER tokens SET STORAGE EXTERNAL, ALTER sentences SET STORAGE EXTERNAL`);
}

/** What stands in a row: a passage's number, and the hash of what was embedded of it. */
export interface PassageRow {
  readonly number: number;
  readonly embedded: string;
}

/** The hashes that a version does not hold; all of them where there is no version. */
export async function missingFrom(
  session: Session,
  version: number | null,
  hashes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (version === null) return new Set(hashes);
  const rows = await session.rows(
    z.object({ embedded: z.string() }),
    `SELECT DISTINCT embedded FROM unnest($1::text[]) AS embedded
    WHERE NOT EXISTS (SELECT FROM ${passagesOf(version)} AS known WHERE known.embedded = embedded.embedded)`,
    [hashes],
  );
  return new Set(rows.map(({ embedded }) => embedded));
}

/** Takes over what another version holds, without it leaving the database. */
export async function copyPassages(
  session: Session,
  from: number,
  to: number,
  rows: readonly PassageRow[],
): Promise<void> {
  await session.run(
    `INSERT INTO ${passagesOf(to)}
    SELECT wanted.number, known.embedded, known.vector, known.tokens, known.sentences
    FROM unnest($1::integer[], $2::text[]) AS wanted (number, embedded)
    CROSS JOIN LATERAL (SELECT * FROM ${passagesOf(from)} AS one WHERE one.embedded = wanted.embedded LIMIT 1) AS known`,
    [rows.map(({ number }) => number), rows.map(({ embedded }) => embedded)],
  );
}

/** Adds passages that were encoded now, with the vectors that an index folder would keep. @param tokenDimension length of a token's vector; 0 where there are none */
export async function insertPassages(
  session: Session,
  version: number,
  rows: readonly (PassageRow & { readonly encoding: Encoding })[],
  tokenDimension: number,
): Promise<void> {
  await session.run(
    `INSERT INTO ${passagesOf(version)}
    SELECT * FROM unnest($1::integer[], $2::text[], $3::text[]::vector[], $4::bytea[], $5::bytea[])`,
    [
      rows.map(({ number }) => number),
      rows.map(({ embedded }) => embedded),
      rows.map(({ encoding }) => vectorText(unpackVector(packVector(encoding.vector)))),
      rows.map(({ encoding: { tokens } }) => tokens && new TokenStoreBuilder().add(tokens).finish().serialize()),
      rows.map(({ encoding: { tokens } }) => tokens && packSentences(tokens, tokenDimension)),
    ],
  );
}

/**
 * Makes the graph, over vectors of half the precision: half the size, and what it finds is compared by the whole vectors.
 */
export async function indexPassages(session: Session, version: number, dimension: number): Promise<void> {
  const table = passagesOf(version);
  await session.run(`CREATE INDEX ON ${table} (embedded)`);
  await session.run(
    `CREATE INDEX ON ${table} USING hnsw ((vector::halfvec(${dimension})) halfvec_ip_ops)
    WITH (m = ${M}, ef_construction = ${EF_CONSTRUCTION})`,
  );
  await session.run(`ANALYZE ${table}`);
}

/** A vector as pgvector reads it: the shortest digits that mean the same number. */
export function vectorText(vector: Float32Array): string {
  return `[${vector.join(',')}]`;
}
