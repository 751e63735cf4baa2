import path from 'node:path';
import { diskFiles } from '../letters/files.ts';
import { type ReadLetters, readLetters } from '../letters/read.ts';
import type { ReadBefore } from '../letters/read-again.ts';
import { THESAURUS } from '../letters/walk.ts';
import type { Thesaurus } from '../retrieval/lexical/thesaurus.ts';
import { type KnownFile, type Stock, takeStock, withUnread } from './input-checksum.ts';
import { readThesauri } from './thesaurus.ts';

/** Everything that an index is made from. */
export interface Input extends ReadLetters {
  readonly stock: Stock;
  readonly thesauri: readonly Thesaurus[];
}

/**
 * @param known files as they were read before
 * @param before letters as they were read before
 * @throws {Problem} when the letters or the user's thesaurus can't be read
 */
export async function readInput(
  lettersDir: string,
  known?: readonly KnownFile[],
  now?: () => Date,
  before?: ReadBefore | null,
): Promise<Input> {
  // Before the letters are read: one that changes meanwhile makes the index stale, not wrong. Reading tells better why
  // it fails.
  const stock = await takeStock(lettersDir, known, now).catch(() => ({ checksum: '', files: [] }));
  const read = await readLetters(lettersDir, diskFiles, { before });
  // A disk or a network may have failed for a moment, between the one and the other.
  const unread = read.skipped.flatMap(({ file, reason }) => (reason === 'unreadable' ? [file] : []));
  return {
    ...read,
    stock: await withUnread(lettersDir, stock, new Set(unread)),
    thesauri: readThesauri(path.join(lettersDir, THESAURUS)),
  };
}
