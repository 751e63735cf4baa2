import { z } from 'zod';
import { type TokenSource, TokenStore } from '../../retrieval/rerank/token-store.ts';
import type { Neighbour, VectorIndex } from '../../retrieval/types.ts';
import type { Database } from '../connection.ts';
import { vectorText } from './passages.ts';
import { passagesOf } from './versions.ts';

const neighbourSchema: z.ZodType<Neighbour> = z.object({ passage: z.int(), score: z.number() });

/** Nearest neighbours by pgvector. */
export class DatabaseVectors implements VectorIndex {
  readonly #database: Database;
  readonly #dimension: number;
  readonly #text: string;

  constructor(database: Database, version: number, dimension: number) {
    this.#database = database;
    this.#dimension = dimension;
    const half = `halfvec(${dimension})`;
    this.#text = `SELECT number AS passage, -(vector <#> $1::vector) AS score FROM (
        SELECT number, vector FROM ${passagesOf(version)}
        ORDER BY vector::${half} <#> $1::vector::${half} LIMIT $2
      ) AS nearest ORDER BY score DESC, passage`;
  }

  async search(vector: Float32Array, k: number): Promise<readonly Neighbour[]> {
    if (!(k >= 1) || vector.length !== this.#dimension || !vector.every(Number.isFinite)) return [];
    return this.#database.rows(neighbourSchema, this.#text, [vectorText(vector), Math.floor(k)]);
  }
}

export const storedBytesSchema = z.object({ number: z.int(), bytes: z.instanceof(Buffer) });

/** Token vectors of the passages that a question asks about. */
export class DatabaseTokens implements TokenSource {
  readonly #database: Database;
  readonly #text: string;

  constructor(database: Database, version: number) {
    this.#database = database;
    this.#text = `SELECT number, tokens AS bytes FROM ${passagesOf(version)} WHERE number = ANY ($1)`;
  }

  async of(passages: readonly number[]): Promise<TokenStore> {
    const rows = await this.#database.rows(storedBytesSchema, this.#text, [passages]);
    return TokenStore.join(new Map(rows.map(({ number, bytes }) => [number, TokenStore.load(bytes)])));
  }
}
