import type { IndexSource, Library } from '../../answers/types.ts';
import type { Encoder } from '../../encoder/types.ts';
import { folderStore, type IndexStore } from '../../indexing/index-store.ts';
import type { Settings } from '../options/settings.ts';
import { libraryOf } from './open-library.ts';

/**
 * An index that can be replaced while questions run: a new one is loaded and verified beside the old, then takes its
 * place. Questions under way keep the library they began with, which goes when the last of them ends.
 * @throws {IndexProblem} when there is no index that can be used; it is never built here
 */
export async function openIndexSource(
  settings: Settings,
  encoder: Encoder,
  store: IndexStore = folderStore(settings.indexDir),
): Promise<IndexSource> {
  let library = await libraryOf(settings, encoder, store);
  let loading: Promise<Library> | null = null;

  const load = async () => {
    library = await libraryOf(settings, encoder, store);
    return library;
  };
  const changed = async () => {
    const { version, builtAt } = await store.facts(encoder);
    // One of the same version may be one that was damaged and is mended.
    return version !== library.about.version || builtAt !== library.about.builtAt;
  };
  const reload = async (): Promise<Library> => {
    if (loading) {
      // Two admins at once get the same new index, loaded once; but it may have begun before the one that is meant was there.
      await loading.catch(() => {});
      return (await changed()) ? reload() : library;
    }
    loading = load().finally(() => {
      loading = null;
    });
    return loading;
  };
  return { current: () => library, reload, changed };
}
