import type { Encoder } from '../../encoder/types.ts';
import { IndexProblem } from '../../indexing/errors.ts';
import { assertCurrent } from '../../indexing/freshness.ts';
import { Problem } from '../../problem.ts';
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

/**
 * Opens the index; one that is missing, stale, broken or of another make is built first.
 * @throws {Problem} where it holds other letters than the default ones: nobody asked for it to be replaced by those
 */
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
    if (problem.state === 'other_letters' && settings.lettersByDefault)
      throw new Problem(
        `The index in ${indexDir} is not used: ${why}. Say --letters (or LETTERS_DIR), or build it anew with "briefwijzer index".`,
      );
    terminal.log(`Building the index first: ${why}.`);
    onBuild?.(why);
    await buildWithProgress(settings, terminal, encoder, (done, total) => onProgress?.(why, done, total)).catch(
      (error: unknown) => {
        // What can't be read or written now must not keep the letters there were from answering. Only a stale index is
        // one of this letters folder.
        if (!(error instanceof Problem) || problem.state !== 'stale') throw error;
        terminal.log(`${error.message} Going on with the index as it was.`);
      },
    );
    onBuilt?.();
    return open();
  }
}
