import { z } from 'zod';
import type { Clock, Log } from '../discord/ports.ts';
import { type Choices, changed, choicesSchema, type Place, type SettingsStore } from '../discord/stores/settings.ts';
import type { Database } from './connection.ts';

/** After so many ms what was read is read again: another process may have been told something else. */
const FRESH_MS = 10_000;

const rowSchema = z.object({ place: z.string(), chosen: choicesSchema });

/**
 * What servers and channels chose, kept in a database for several processes. It is held in memory and read again now and
 * then, so that no answer waits for it; while the database can't be reached, what was read last holds.
 * @throws {DatabaseProblem} when it can't be read
 */
export async function openDatabaseSettings(database: Database, log: Log, clock: Clock): Promise<SettingsStore> {
  const read = async () => {
    const rows = await database.rows(rowSchema, 'SELECT place, chosen FROM briefwijzer.settings');
    return new Map<Place, Choices>(rows.map(({ place, chosen }) => [place, chosen]));
  };
  let places = await read();
  let readAt = clock.elapsed();
  let choices = 0;

  async function refresh(): Promise<void> {
    readAt = clock.elapsed();
    const before = choices;
    try {
      const rows = await read();
      // What was chosen here meanwhile may not stand in them yet.
      if (choices === before) places = rows;
    } catch (error) {
      log.warn({ error }, 'the settings could not be read again; those read last hold');
    }
  }
  return {
    at(place) {
      if (clock.elapsed() - readAt >= FRESH_MS) void refresh();
      return places.get(place) ?? {};
    },
    async choose(place, change) {
      // Each name by itself: what another process chose beside it stays.
      const [row] = await database.rows(
        rowSchema,
        `INSERT INTO briefwijzer.settings (place, chosen) VALUES ($1, jsonb_strip_nulls($2::jsonb))
        ON CONFLICT (place) DO UPDATE SET chosen = jsonb_strip_nulls(settings.chosen || $2::jsonb)
        RETURNING place, chosen`,
        [place, JSON.stringify(change)],
      );
      choices++;
      places.set(place, row?.chosen ?? changed(places.get(place) ?? {}, change));
    },
  };
}
