import pg from 'pg';
import { z } from 'zod';
import { EF_SEARCH } from '../retrieval/vector/hnsw-parameters.ts';
import { asProblem, isLost } from './problems.ts';

/** What can be asked on one connection. */
export interface Session {
  /**
   * The rows of a statement.
   * @throws {DatabaseProblem} when the database can't be used
   */
  rows<T>(row: z.ZodType<T>, text: string, values?: readonly unknown[]): Promise<T[]>;
  /** Runs a statement for what it does; resolves to how many rows it touched. */
  run(text: string, values?: readonly unknown[]): Promise<number>;
}

/** A PostgreSQL database, asked over a few connections that are made as they are needed. */
export interface Database extends Session {
  /** All or nothing, on a connection of its own that may take as long as it takes. */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** All or nothing, for somebody who waits: each of its statements is answered as soon as a question's, or it fails. */
  change<T>(work: (session: Session) => Promise<T>): Promise<T>;
  /** Reads that all see the same moment, whatever is written meanwhile. */
  snapshot<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Connections of one process: questions are answered three at a time. */
const CONNECTIONS = 5;
/** Ms for a connection to be made, and for a statement of a question; a server that answers neither is gone. */
const CONNECT_MS = 5_000;
const ANSWER_MS = 20_000;
/** Ms for a statement that reads a part of an index: megabytes, also over a slow line. */
const LOAD_MS = 120_000;
/** Ms of silence after which the system asks whether the other side is still there. */
const KEEP_ALIVE_MS = 10_000;

/**
 * For every connection: as many neighbours are looked at as by the embedded index, and more where that is too few for
 * what is asked for (pgvector 0.8).
 */
const SETUP = `SET hnsw.ef_search = ${EF_SEARCH}; SET hnsw.iterative_scan = relaxed_order`;

/**
 * For a transaction that writes: where this machine is gone, the server knows it in two minutes, and lets go of what the
 * transaction holds; by itself it may take hours.
 */
const BEGIN = `BEGIN;
SET LOCAL tcp_keepalives_idle = 60;
SET LOCAL tcp_keepalives_interval = 10;
SET LOCAL tcp_keepalives_count = 6`;

/** For one that may take as long as it takes, whatever limits the server has for others. */
const BEGIN_JOB = `${BEGIN};
SET LOCAL idle_in_transaction_session_timeout = 0;
SET LOCAL statement_timeout = 0;
SET LOCAL lock_timeout = 0`;

const BEGIN_SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';

/** Opens a database; nothing is asked of it yet. @param url a postgresql:// address */
export function openDatabase(url: string): Database {
  const connection = {
    connectionString: url,
    application_name: 'briefwijzer',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_MS,
  };
  const pool = new pg.Pool({
    ...connection,
    max: CONNECTIONS,
    query_timeout: ANSWER_MS,
    onConnect: async (client) => void (await client.query(SETUP)),
  });
  // A connection that is lost while nobody uses it: the pool makes another when one is needed.
  pool.on('error', () => {});

  /** @param most ms for a statement; as long as it takes where it is not given */
  const within = async <T>(begin: string, work: (session: Session) => Promise<T>, most?: number): Promise<T> => {
    const client = new pg.Client({ ...connection, query_timeout: most });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.query(begin);
      const result = await work(sessionOf(client));
      await client.query('COMMIT');
      return result;
    } catch (error) {
      throw asProblem(error);
    } finally {
      // What was not committed goes with its connection.
      await client.end().catch(() => {});
    }
  };
  return {
    ...sessionOf(pool, onceMore),
    transaction: (work) => within(BEGIN_JOB, work),
    change: (work) => within(BEGIN, work, ANSWER_MS),
    snapshot: (work) => within(BEGIN_SNAPSHOT, work, LOAD_MS),
    close: () => pool.end(),
  };
}

interface Asked {
  query(text: string, values: unknown[]): Promise<pg.QueryResult>;
}

type Attempt = <T>(ask: () => Promise<T>) => Promise<T>;

const once: Attempt = (ask) => ask();

/** A connection that was lost meanwhile, as after a restart of the server, is noticed when it is used next. */
const onceMore: Attempt = async (ask) => {
  try {
    return await ask();
  } catch (error) {
    if (!isLost(error)) throw error;
    return ask();
  }
};

function sessionOf(asked: Asked, reading: Attempt = once): Session {
  const query = (text: string, values: readonly unknown[], attempt: Attempt) =>
    attempt(() => asked.query(text, [...values])).catch((error: unknown) => {
      throw asProblem(error);
    });
  return {
    async rows(row, text, values = []) {
      return z.array(row).parse((await query(text, values, reading)).rows);
    },
    async run(text, values = []) {
      return (await query(text, values, once)).rowCount ?? 0;
    },
  };
}
