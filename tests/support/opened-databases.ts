import { afterAll, afterEach } from 'vitest';
import { type Database, openDatabase } from '../../src/database/connection.ts';
import { databaseStore } from '../../src/database/index/store.ts';
import { bringUpToDate } from '../../src/database/schema.ts';
import { shortLetters } from './folders.ts';
import { endPostgres, postgres } from './postgres.ts';
import { wordEncoder } from './word-encoder.ts';

/** Databases that are closed when a test ends; their server ends with the file. */
export interface OpenedDatabases {
  open(url: string): Database;
  /** The address of a new database with its tables. */
  withTables(): Promise<string>;
  /** The address of a new database with an index of a short letter, by an encoder without a model. */
  withIndex(): Promise<string>;
}

/** What is made once in a test file, and copied for each test: PostgreSQL copies faster than anyone builds. */
function template(make: (database: Database) => Promise<unknown>): (from?: string) => Promise<string> {
  let made: Promise<string> | null = null;
  const makeOnce = async (from?: string) => {
    const url = await (await postgres()).newDatabase(from);
    const database = openDatabase(url);
    await make(database);
    await database.close();
    return url;
  };
  return async (from) => {
    made ??= makeOnce(from);
    return made;
  };
}

export function useDatabases(): OpenedDatabases {
  const opened: Database[] = [];
  const tables = template((database) => database.transaction((session) => bringUpToDate(session)));
  const index = template(async (database) =>
    databaseStore(database).build({ lettersDir: await shortLetters(), encoder: wordEncoder() }),
  );
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });
  afterAll(endPostgres);
  const open = (url: string): Database => {
    const database = openDatabase(url);
    opened.push(database);
    return database;
  };
  return {
    open,
    withTables: async () => (await postgres()).newDatabase(await tables()),
    withIndex: async () => (await postgres()).newDatabase(await index(await tables())),
  };
}
