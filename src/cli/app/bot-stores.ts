import path from 'node:path';
import type { Config } from '../../config/config.ts';
import { type Log, systemClock } from '../../discord/ports.ts';
import { openDataFolder } from '../../discord/stores/data-folder.ts';
import { type Stores, storesIn } from '../../discord/stores/stores.ts';
import { whileLocked } from '../../lock/lock.ts';
import { Problem } from '../../problem.ts';
import { databaseOf } from './database.ts';

/** A bot beats every five seconds. One that ended leaves its place to the next within a minute, on any machine. */
const LOCK = { file: 'bot.lock', times: { silentMs: 30_000, waitMs: 60_000 } };

/**
 * Runs a job with what a bot keeps: settings, feedback and trays, in the database of DATABASE_URL or in the data folder.
 * A data folder serves one bot: two would each write over what the other was told.
 * @throws {Problem} when it can't be used, or another bot goes on using it
 */
export async function withBotStores<T>(config: Config, log: Log, job: (stores: Stores) => Promise<T>): Promise<T> {
  const database = await databaseOf(config);
  if (!database) return inDataFolder(config.DATA_DIR, log, job);
  try {
    const { openDatabaseStores } = await import('../../database/stores.ts');
    return await job(await openDatabaseStores(database, log, systemClock));
  } finally {
    await database.close();
  }
}

async function inDataFolder<T>(folder: string, log: Log, job: (stores: Stores) => Promise<T>): Promise<T> {
  await openDataFolder(folder);
  return whileLocked(path.join(folder, LOCK.file), async () => job(await storesIn(folder, log)), {
    times: LOCK.times,
    onWait: () => log.warn({ folder }, 'another bot uses the data folder; waiting for it to end'),
    refuse: (why) => new Problem(`The data folder ${folder} serves another bot: ${why}. Or set DATA_DIR to another.`),
  });
}
