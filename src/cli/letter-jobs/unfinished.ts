import { access, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { PutAsideProblem } from '../../intake/problems.ts';

/** Stands in the letters folder from before a change until the index has it. Hidden: no letter. */
const MARK = '.not-indexed-yet';
const SAYS =
  'The bot changes the letters beside this file, and the index is not up to date with them yet. Where nothing runs any more, it is once the bot has started again, or "briefwijzer index" has run.\n';

/** Whether a change of the letters was begun, and its index was not built. */
export async function isUnfinished(lettersDir: string): Promise<boolean> {
  return access(path.join(lettersDir, MARK)).then(
    () => true,
    () => false,
  );
}

/**
 * Changes letters and then the index: whoever is killed in between leaves a mark. Where there is nothing to change, what
 * an earlier change left is finished all the same: the letter that is gone may be the one that it took out.
 */
export async function whole<T>(lettersDir: string, change: () => Promise<T>, index: () => Promise<void>): Promise<T> {
  const before = await isUnfinished(lettersDir);
  await writeFile(path.join(lettersDir, MARK), SAYS);
  const unmark = () => rm(path.join(lettersDir, MARK), { force: true });
  const done = await change().catch(async (error: unknown) => {
    if (error instanceof PutAsideProblem) {
      if (before) await index();
      await unmark();
    }
    throw error;
  });
  await index();
  await unmark();
  return done;
}
