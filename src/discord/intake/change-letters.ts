import type { LetterRef } from '../../answers/schema.ts';
import type { Library } from '../../answers/types.ts';
import type { Services } from '../context.ts';
import { reloadIndex } from '../library/watch-index.ts';
import type { IncomingLetter, JobOptions, TakenIn } from './port.ts';

/** What came of letters that were taken in: the index they are in now. */
export interface Taken {
  readonly taken: readonly TakenIn[];
  readonly library: Library;
}

/**
 * Takes letters in, and swaps the index for one that has them.
 *
 * @throws {Problem} where that can't be done
 */
export async function takeLettersIn(
  letters: readonly IncomingLetter[],
  options: JobOptions & { readonly replace?: boolean },
  services: Services,
): Promise<Taken> {
  const taken = await services.intake.add(letters, options);
  services.log.info({ taken }, 'letters were taken in');
  return { taken, library: await reloadIndex(services) };
}

/**
 * Puts a letter aside, and swaps the index for one without it.
 *
 * @throws {Problem} where that can't be done
 */
export async function takeLetterOut(letter: LetterRef, options: JobOptions, services: Services): Promise<Library> {
  await services.intake.remove(letter, options);
  services.log.info({ file: letter.file }, 'a letter was put aside');
  return reloadIndex(services);
}
