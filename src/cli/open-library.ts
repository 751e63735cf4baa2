import { createLibrary } from '../answers/library.ts';
import type { Library } from '../answers/types.ts';
import { loadEncoder } from '../encoder/transformers.ts';
import type { Encoder } from '../encoder/types.ts';
import { IndexProblem } from '../indexing/errors.ts';
import { assertCurrent } from '../indexing/freshness.ts';
import { loadIndex } from '../indexing/load.ts';
import { ThesaurusProblem } from '../indexing/thesaurus.ts';
import { UnusableLettersError } from '../letters/errors.ts';
import { createRetriever } from '../retrieval/retriever.ts';
import { indexLetters } from './index-letters.ts';
import type { Settings } from './settings.ts';
import type { Terminal } from './terminal.ts';

export interface OpenLibrary {
  readonly library: Library;
  close(): Promise<void>;
}

/** Opens the index for a one-shot command; one that is missing, stale, broken or of another make is built first. */
export async function openLibrary(settings: Settings, terminal: Terminal): Promise<OpenLibrary> {
  const encoder = await loadEncoder({ model: settings.model });
  try {
    return { library: await currentLibrary(settings, terminal, encoder), close: () => encoder.close() };
  } catch (error) {
    await encoder.close();
    throw error;
  }
}

async function currentLibrary(settings: Settings, terminal: Terminal, encoder: Encoder): Promise<Library> {
  const { indexDir, lettersDir } = settings;
  try {
    await assertCurrent({ indexDir, lettersDir, encoder });
    return await libraryOf(settings, encoder);
  } catch (problem) {
    if (!(problem instanceof IndexProblem)) throw problem;
    terminal.log(`Building the index first: ${problem.why}.`);
    await indexLetters(settings, terminal, encoder).catch((error: unknown) => {
      // A file that came in broken must not keep the letters there are from answering.
      const broken = error instanceof UnusableLettersError || error instanceof ThesaurusProblem;
      if (!broken || problem.state !== 'stale') throw error;
      terminal.log(`${error.message} Going on with the index as it was.`);
    });
    return libraryOf(settings, encoder);
  }
}

/**
 * Loads the index in a folder as it is.
 * @throws {IndexProblem} when it is missing, broken, or of another version or model
 */
export async function libraryOf(settings: Settings, encoder: Encoder): Promise<Library> {
  const { manifest, corpus, data } = await loadIndex(settings.indexDir, encoder);
  const retriever = createRetriever({ corpus, data, encoder, threshold: settings.config.ANSWER_THRESHOLD });
  return createLibrary({
    corpus,
    retriever,
    encoder,
    about: {
      version: manifest.version,
      model: manifest.model.name,
      builtAt: manifest.builtAt,
      passages: manifest.passages,
    },
  });
}
