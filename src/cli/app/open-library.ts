import { createLibrary } from '../../answers/library.ts';
import { storedVectors } from '../../answers/selection/stored-vectors.ts';
import type { Library } from '../../answers/types.ts';
import { loadEncoder } from '../../encoder/transformers.ts';
import type { Encoder } from '../../encoder/types.ts';
import { assertHolds } from '../../indexing/freshness.ts';
import { loadIndex } from '../../indexing/load.ts';
import { createRetriever } from '../../retrieval/retriever.ts';
import type { Corpus } from '../../retrieval/types.ts';
import { letterAddress } from '../../web/address.ts';
import type { Settings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { whenCurrent } from './when-current.ts';

export interface OpenLibrary {
  readonly library: Library;
  close(): Promise<void>;
}

/** Opens the index for a one-shot command; one that is missing, stale, broken or of another make is built first. */
export async function openLibrary(settings: Settings, terminal: Terminal): Promise<OpenLibrary> {
  const encoder = await loadEncoder({ model: settings.model });
  if (encoder.unread)
    terminal.log(
      `Passages are found but not read with the question in mind, for the model can't be read whole: ${encoder.unread}`,
    );
  try {
    const library = await whenCurrent(settings, terminal, encoder, { open: () => libraryOf(settings, encoder) });
    return { library, close: () => encoder.close() };
  } catch (error) {
    await encoder.close();
    throw error;
  }
}

/**
 * Loads the index in a folder as it is.
 * @throws {IndexProblem} when it is missing, broken, or of another version, model or letters folder
 */
export async function libraryOf(settings: Settings, encoder: Encoder): Promise<Library> {
  const { manifest, corpus: stored, data } = await loadIndex(settings.indexDir, encoder);
  const corpus = withPages(stored, settings.config.PUBLIC_URL);
  await assertHolds(manifest, settings);
  const retriever = createRetriever({ corpus, data, encoder, threshold: settings.config.ANSWER_THRESHOLD });
  return createLibrary({
    corpus,
    retriever,
    vectors: data.tokens ? storedVectors(corpus, data.tokens) : undefined,
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
