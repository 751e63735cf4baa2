import { readFile, writeFile } from 'node:fs/promises';
import { IndexProblem } from '../../src/indexing/errors.ts';

/**
 * Flips bits of a file, one at a time, and puts it back as it was.
 *
 * @param attempt what has to refuse the file each time, in a sentence that names it
 * @returns what came of each bit that went unnoticed or unnamed
 */
export async function flipBits(
  file: string,
  bits: Iterable<number>,
  { attempt, named }: { readonly attempt: () => Promise<unknown>; readonly named: RegExp },
): Promise<string[]> {
  const good = await readFile(file);
  const unnoticed: string[] = [];
  for (const bit of bits) {
    const flipped = Buffer.from(good);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    await writeFile(file, flipped);
    const outcome = await attempt().then(
      () => 'unnoticed',
      (error: unknown) => error,
    );
    if (!(outcome instanceof IndexProblem && named.test(outcome.message))) unnoticed.push(`bit ${bit}: ${outcome}`);
  }
  await writeFile(file, good);
  return unnoticed;
}

/** Flips a bit of one byte of a file, of the middle one by default. */
export async function damageFile(file: string, place?: number): Promise<void> {
  const bytes = await readFile(file);
  const at = place ?? bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await writeFile(file, bytes);
}

/** What is said of a manifest that is damaged; also where the damaged bit makes another version of it. */
export const OF_MANIFEST = /its manifest\.json is damaged|it is of version \d+/;
