import type { Encoder } from '../../encoder/types.ts';
import { IndexProblem } from '../../indexing/errors.ts';
import { assertCurrent } from '../../indexing/freshness.ts';
import { ThesaurusProblem } from '../../indexing/thesaurus.ts';
import { UnusableLettersError } from '../../letters/errors.ts';
import type { Settings } from '../options/settings.ts';
import type { Terminal } from '../terminal/terminal.ts';
import { buildWithProgress } from './build-with-progress.ts';

export interface WhenCurrent<T> {
  /** Loads the index; throws an IndexProblem where it can't be used. */
  readonly open: () => Promise<T>;
  /** Told when the index is built first, why, and how far it is. */
  readonly onBuild?: (why: string) => void;
  readonly onProgress?: (why: string, done: number, total: number) => void;
  readonly onBuilt?: () => void;
}

/** Opens the index; one that is missing, stale, broken or of another make is built first. */
export async function whenCurrent<T>(
  settings: Settings,
  terminal: Terminal,
  encoder: Encoder,
  { open, onBuild, onProgress, onBuilt }: WhenCurrent<T>,
): Promise<T> {
  const { indexDir, lettersDir } = settings;
  try {
    await assertCurrent({ indexDir, lettersDir, encoder });
    return await open();
  } catch (problem) {
    if (!(problem instanceof IndexProblem)) throw problem;
    const { why } = problem;
    terminal.log(`Building the index first: ${why}.`);
    onBuild?.(why);
    await buildWithProgress(settings, terminal, encoder, (done, total) => onProgress?.(why, done, total)).catch(
      (error: unknown) => {
        // A file that came in broken must not keep the letters there are from answering.
        const broken = error instanceof UnusableLettersError || error instanceof ThesaurusProblem;
        if (!broken || problem.state !== 'stale') throw error;
        terminal.log(`${error.message} Going on with the index as it was.`);
      },
    );
    onBuilt?.();
    return open();
  }
}
