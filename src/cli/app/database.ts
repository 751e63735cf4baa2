import type { Config } from '../../config/config.ts';
import type { Database } from '../../database/connection.ts';

/** The database of DATABASE_URL; null where there is none. Only who has one loads its driver. */
export async function databaseOf({ DATABASE_URL }: Pick<Config, 'DATABASE_URL'>): Promise<Database | null> {
  if (DATABASE_URL === undefined) return null;
  const { openDatabase } = await import('../../database/connection.ts');
  return openDatabase(DATABASE_URL);
}
