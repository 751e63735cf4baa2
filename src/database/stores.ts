import type { Clock, Log } from '../discord/ports.ts';
import type { Stores } from '../discord/stores/stores.ts';
import type { Database } from './connection.ts';
import { openDatabaseFeedback } from './feedback.ts';
import { assertUpToDate } from './schema.ts';
import { openDatabaseSettings } from './settings.ts';
import { openDatabaseTrays } from './trays.ts';

/**
 * What a bot keeps, in a database.
 * @throws {DatabaseProblem} when it can't be used
 */
export async function openDatabaseStores(database: Database, log: Log, clock: Clock): Promise<Stores> {
  await assertUpToDate(database);
  return {
    settings: await openDatabaseSettings(database, log, clock),
    feedback: openDatabaseFeedback(database),
    trays: openDatabaseTrays(database),
  };
}
