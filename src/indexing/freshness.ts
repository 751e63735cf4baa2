import type { Encoder } from '../encoder/types.ts';
import { IndexProblem } from './errors.ts';
import { inputChecksum } from './input-checksum.ts';
import { requireManifest } from './load.ts';

export interface FreshnessOptions {
  readonly indexDir: string;
  readonly lettersDir: string;
  readonly encoder: Pick<Encoder, 'name' | 'fingerprint'>;
}

/**
 * Tells whether the index answers for the letters as they are now.
 * @throws {IndexProblem} when it is missing, stale, or of another version or encoder
 */
export async function assertCurrent({ indexDir, lettersDir, encoder }: FreshnessOptions): Promise<void> {
  const manifest = await requireManifest(indexDir, encoder);
  // A folder that can't be read counts as changed: building then says what is wrong with it.
  const input = await inputChecksum(lettersDir).catch(() => null);
  if (input === manifest.input) return;
  const why = input === null ? "can't be read" : 'have changed since it was built';
  throw new IndexProblem('stale', indexDir, `the letters in ${lettersDir} ${why}`);
}
