import type { IndexStore } from '../../indexing/index-store.ts';
import type { Database } from '../connection.ts';
import { buildInDatabase } from './build.ts';
import { loadFromDatabase, requireVersion } from './load.ts';
import { PLACE } from './versions.ts';

/** An index in a database, which several processes read. */
export function databaseStore(database: Database): IndexStore {
  return {
    name: PLACE,
    shared: true,
    build: (options) => buildInDatabase(database, options),
    load: (encoder) => loadFromDatabase(database, encoder),
    facts: async (encoder) => (await requireVersion(database, encoder)).manifest,
    close: () => database.close(),
  };
}
