import { afterAll, afterEach } from 'vitest';
import { type Database, openDatabase } from '../../src/database/connection.ts';
import { bringUpToDate } from '../../src/database/schema.ts';
import { endPostgres, postgres } from './postgres.ts';

/** Databases that are closed when a test ends; their server ends with the file. */
export interface OpenedDatabases {
  open(url: string): Database;
  /** The address of a new database with its tables. */
  withTables(): Promise<string>;
}

export function useDatabases(): OpenedDatabases {
  const opened: Database[] = [];
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
    async withTables() {
      const url = await (await postgres()).newDatabase();
      await open(url).transaction((session) => bringUpToDate(session));
      return url;
    },
  };
}
