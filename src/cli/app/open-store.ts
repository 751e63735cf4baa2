import { folderStore, type IndexStore } from '../../indexing/index-store.ts';
import type { Settings } from '../options/settings.ts';
import { databaseOf } from './database.ts';

/** Opens where the index is kept: a database, or the index folder. */
export async function openStore({
  databaseUrl,
  indexDir,
}: Pick<Settings, 'databaseUrl' | 'indexDir'>): Promise<IndexStore> {
  const database = await databaseOf({ DATABASE_URL: databaseUrl });
  if (!database) return folderStore(indexDir);
  const { databaseStore } = await import('../../database/index/store.ts');
  return databaseStore(database);
}
