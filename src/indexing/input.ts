import path from 'node:path';
import { type ReadLetters, readLetters } from '../letters/read.ts';
import { THESAURUS } from '../letters/walk.ts';
import type { Thesaurus } from '../retrieval/lexical/thesaurus.ts';
import { inputChecksum } from './input-checksum.ts';
import { readThesaurus } from './thesaurus.ts';

/** Everything that an index is made from. */
export interface Input extends ReadLetters {
  readonly checksum: string;
  readonly thesaurus: Thesaurus;
}

/** @throws {Problem} when the letters or the user's thesaurus can't be read */
export async function readInput(lettersDir: string): Promise<Input> {
  // Before the letters are read: one that changes meanwhile makes the index stale, not wrong. Reading tells better why
  // it fails.
  const checksum = await inputChecksum(lettersDir).catch(() => '');
  const read = await readLetters(lettersDir);
  return { ...read, checksum, thesaurus: readThesaurus(path.join(lettersDir, THESAURUS)) };
}
