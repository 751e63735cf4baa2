import { openDatabase } from '../../src/database/connection.ts';
import { databaseStore } from '../../src/database/index/store.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import type { IndexStore } from '../../src/indexing/index-store.ts';
import { briefwijzer, OURS_IN_DATABASE, type System } from './systems.ts';

/** Briefwijzer with its index in a database, which is built there first. */
export async function inDatabase(
  url: string,
  lettersDir: string,
  encoder: Encoder,
): Promise<{ readonly system: System; readonly store: IndexStore }> {
  const store = databaseStore(openDatabase(url));
  await store.build({ lettersDir, encoder });
  const { corpus, data } = await store.load(encoder);
  return { system: briefwijzer(OURS_IN_DATABASE, { corpus, data, encoder }), store };
}
