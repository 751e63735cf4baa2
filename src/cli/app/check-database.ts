import type { Config } from '../../config/config.ts';
import { databaseOf } from './database.ts';
import type { Finding } from './finding.ts';

const about = 'Database';

/** Whether the database of DATABASE_URL serves; nothing where there is none. */
export async function checkDatabase(config: Config): Promise<Finding[]> {
  const database = await databaseOf(config);
  if (!database) return [];
  try {
    const { stateOf } = await import('../../database/state.ts');
    const { server, pgvector, mayKeep, mayBuild, bytes } = await stateOf(database);
    const says = `PostgreSQL ${server} with pgvector ${pgvector}, ${(bytes / 1e6).toFixed(1)} MB`;
    if (!mayKeep)
      return [{ about, state: 'hint', says: `${says}; this user can't keep settings, feedback and trays in it` }];
    return [{ about, state: 'ok', says: mayBuild ? says : `${says}; this user can't build an index in it` }];
  } catch (error) {
    return [{ about, state: 'broken', says: error instanceof Error ? error.message : String(error) }];
  } finally {
    await database.close();
  }
}
