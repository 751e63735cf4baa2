import { z } from 'zod';
import type { Clock, Log } from '../discord/ports.ts';
import { type LanguageSetting, languageSettingSchema, type SettingsStore } from '../discord/stores/settings.ts';
import type { Database } from './connection.ts';

/** After so many ms what was read is read again: another process may have been told something else. */
const FRESH_MS = 10_000;

const rowSchema = z.object({ guild: z.string(), language: languageSettingSchema });

/**
 * What servers chose, kept in a database for several processes. It is held in memory and read again now and then, so that
 * no answer waits for it; while the database can't be reached, what was read last holds.
 * @throws {DatabaseProblem} when it can't be read
 */
export async function openDatabaseSettings(database: Database, log: Log, clock: Clock): Promise<SettingsStore> {
  const read = async () => {
    const rows = await database.rows(rowSchema, 'SELECT guild, language FROM briefwijzer.settings');
    return new Map<string, LanguageSetting>(rows.map(({ guild, language }) => [guild, language]));
  };
  let chosen = await read();
  let readAt = clock.now();
  let choices = 0;

  async function refresh(): Promise<void> {
    readAt = clock.now();
    const before = choices;
    try {
      const rows = await read();
      // What was chosen here meanwhile may not stand in them yet.
      if (choices === before) chosen = rows;
    } catch (error) {
      log.warn({ error }, 'the settings could not be read again; those read last hold');
    }
  }
  return {
    language(guildId) {
      if (clock.now() - readAt >= FRESH_MS) void refresh();
      return chosen.get(guildId) ?? 'reader';
    },
    async setLanguage(guildId, language) {
      await database.run(
        `INSERT INTO briefwijzer.settings (guild, language) VALUES ($1, $2)
        ON CONFLICT (guild) DO UPDATE SET language = EXCLUDED.language`,
        [guildId, language],
      );
      choices++;
      chosen.set(guildId, language);
    },
  };
}
