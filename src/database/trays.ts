import { z } from 'zod';
import { MOST_KEPT, MOST_TRAYS, type TrayStore, traySchema } from '../discord/stores/trays.ts';
import type { Database, Session } from './connection.ts';

const rowSchema = z.object({ passages: z.unknown() });

/** What each person keeps, in a database for several processes; the trays used longest ago beyond `most` are forgotten. */
export function openDatabaseTrays(database: Database, most = MOST_TRAYS): TrayStore {
  return {
    of: (person) => read(database, person),
    change: (person, to) =>
      database.change(async (session) => {
        // One change of a tray after the other, whichever process makes it.
        await session.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`briefwijzer tray ${person}`]);
        const passages = to(await read(session, person)).slice(0, MOST_KEPT);
        await session.run('DELETE FROM briefwijzer.trays WHERE person = $1', [person]);
        if (passages.length > 0)
          await session.run('INSERT INTO briefwijzer.trays (person, passages) VALUES ($1, $2)', [
            person,
            JSON.stringify(passages),
          ]);
        // Each change gives a tray a new number: those used longest ago have the lowest, with gaps between.
        await session.run(
          'DELETE FROM briefwijzer.trays WHERE number IN (SELECT number FROM briefwijzer.trays ORDER BY number DESC OFFSET $1)',
          [most],
        );
        return passages;
      }),
  };
}

async function read(session: Session, person: string): Promise<readonly string[]> {
  const [row] = await session.rows(rowSchema, 'SELECT passages FROM briefwijzer.trays WHERE person = $1', [person]);
  return traySchema.safeParse(row?.passages).data ?? [];
}
