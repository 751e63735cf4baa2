import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '../encoder/types.ts';
import { IndexProblem } from './errors.ts';
import { inputChecksum } from './input-checksum.ts';
import { readKnownFiles } from './known-files.ts';
import { requireManifest } from './load.ts';
import type { IndexFacts } from './manifest.ts';
import { dataChecksum } from './program.ts';

export interface FreshnessOptions {
  readonly indexDir: string;
  readonly lettersDir: string;
  readonly encoder: Pick<Encoder, 'name' | 'fingerprint'>;
}

/**
 * Tells whether the index answers for the letters as they are now, with the words that this program knows.
 * @throws {IndexProblem} when it is missing, stale, or of another version, encoder or letters folder
 */
export async function assertCurrent({ indexDir, lettersDir, encoder }: FreshnessOptions): Promise<void> {
  const manifest = await requireManifest(indexDir, encoder);
  // A folder that can't be read counts as changed: building then says what is wrong with it.
  const input = await inputChecksum(lettersDir, await readKnownFiles(indexDir)).catch(() => null);
  if (input === manifest.input) {
    if (manifest.data === (await dataChecksum())) return;
    throw new IndexProblem(
      'stale',
      indexDir,
      'the word lists and thesaurus of this program are not those it was built with',
    );
  }
  await assertHolds(manifest, { indexDir, lettersDir });
  const why = input === null ? "can't be read" : 'have changed since it was built';
  throw new IndexProblem('stale', indexDir, `the letters in ${lettersDir} ${why}`);
}

/**
 * Tells whether an index holds this letters folder, be it as it was. The same letters in another place, as after the
 * project was moved, are the same letters.
 * @throws {IndexProblem} when it holds another one
 */
export async function assertHolds(
  { lettersDir: held, input }: IndexFacts,
  { indexDir, lettersDir }: Pick<FreshnessOptions, 'indexDir' | 'lettersDir'>,
): Promise<void> {
  if (held === (await fullPath(lettersDir))) return;
  if (input === (await inputChecksum(lettersDir).catch(() => null))) return;
  throw new IndexProblem('other_letters', indexDir, `it holds the letters of ${held}, not of ${lettersDir}`);
}

/** A letters folder in full, links followed; one that is not there by its name. */
export function fullPath(lettersDir: string): Promise<string> {
  return realpath(lettersDir).catch(() => path.resolve(lettersDir));
}
