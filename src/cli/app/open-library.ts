import { createLibrary } from '../../answers/library.ts';
import { storedVectors } from '../../answers/selection/stored-vectors.ts';
import { otherNamesBy } from '../../answers/timeline/other-names.ts';
import type { Library } from '../../answers/types.ts';
import { deferredEncoder } from '../../encoder/deferred.ts';
import type { Encoder } from '../../encoder/types.ts';
import { assertHolds } from '../../indexing/freshness.ts';
import { folderStore, type IndexStore } from '../../indexing/index-store.ts';
import { readableThesauri } from '../../indexing/thesaurus.ts';
import { createRetriever } from '../../retrieval/retriever.ts';
import type { Corpus } from '../../retrieval/types.ts';
import { letterAddress } from '../../web/address.ts';
import type { Settings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { openStore } from './open-store.ts';
import { whenCurrent } from './when-current.ts';

export interface OpenLibrary {
  readonly library: Library;
  close(): Promise<void>;
}

/**
 * Opens the index for a one-shot command; one in a folder that is missing, stale, broken or of another make is built
 * first.
 */
export async function openLibrary(settings: Settings, terminal: Terminal): Promise<OpenLibrary> {
  const encoder = await deferredEncoder({
    model: settings.model,
    onUnread: (why) =>
      terminal.log(
        `Passages are found but not read with the question in mind, for the model can't be read whole: ${why}`,
      ),
  });
  const store = await openStore(settings);
  const close = async () => {
    await store.close();
    await encoder.close();
  };
  try {
    const open = () => libraryOf(settings, encoder, store);
    const library = store.shared ? await open() : await whenCurrent(settings, terminal, encoder, { open });
    return { library, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Loads an index as it is.
 * @throws {IndexProblem} when it is missing, broken, or of another version, model or letters folder
 */
export async function libraryOf(
  settings: Settings,
  encoder: Encoder,
  store: IndexStore = folderStore(settings.indexDir),
): Promise<Library> {
  const { manifest, corpus: stored, data, sentences } = await store.load(encoder);
  const corpus = withPages(stored, settings.config.PUBLIC_URL);
  if (!store.shared || settings.lettersNamed)
    await assertHolds(manifest, { indexDir: store.name, lettersDir: settings.lettersDir });
  const retriever = createRetriever({ corpus, data, encoder, threshold: settings.config.ANSWER_THRESHOLD });
  return createLibrary({
    corpus,
    retriever,
    names: otherNamesBy(readableThesauri(settings.lettersDir)),
    vectors: sentences ? storedVectors(corpus, sentences) : undefined,
    about: {
      version: manifest.version,
      model: manifest.model.name,
      builtAt: manifest.builtAt,
      passages: manifest.passages,
    },
  });
}

/** The same letters with the addresses of their pages, where people can reach those. */
function withPages(corpus: Corpus, site: string | undefined): Corpus {
  if (site === undefined) return corpus;
  const letters = new Map(
    corpus.letters.map((letter) => [letter.id, { ...letter, pageUrl: letterAddress(site, letter.id) }]),
  );
  return {
    letters: [...letters.values()],
    passages: corpus.passages.map(({ passage, letter }) => ({ passage, letter: letters.get(letter.id) ?? letter })),
  };
}
