import type { Config } from '../../config/config.ts';
import { type Log, systemClock } from '../../discord/ports.ts';
import { openStores, type Stores } from '../../discord/stores/stores.ts';
import { databaseOf } from './database.ts';

export interface OpenBotStores {
  readonly stores: Stores;
  close(): Promise<void>;
}

/**
 * Opens where settings, feedback and trays are kept: the database of DATABASE_URL, or the data folder.
 * @throws {Problem} when it can't be used
 */
export async function openBotStores(config: Config, log: Log): Promise<OpenBotStores> {
  const database = await databaseOf(config);
  if (!database) return { stores: await openStores(config.DATA_DIR, log), async close() {} };
  const { openDatabaseStores } = await import('../../database/stores.ts');
  try {
    return { stores: await openDatabaseStores(database, log, systemClock), close: database.close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
