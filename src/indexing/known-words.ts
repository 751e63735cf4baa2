import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CorpusWords } from '../retrieval/lexical/corpus-words.ts';
import { Packed, pack, words as wordList } from '../retrieval/packed.ts';
import { writeThenRename } from '../write-atomically.ts';
import { sha256 } from './checksum.ts';
import type { Manifest } from './manifest.ts';
import { programChecksum } from './program.ts';
import { draftIn } from './store.ts';

/** The words of all passages of an index, beside it: only ever spare work, and can be removed at any time. */
export const KNOWN_WORDS = 'words-seen.bin';

/** A letter as it was read. */
export interface KnownLetter {
  /** Equal ones have equal passages. */
  readonly checksum: string;
  readonly passages: number;
}

export interface KnownWords {
  readonly letters: readonly KnownLetter[];
  readonly words: CorpusWords;
}

/** A checksum in hexadecimal, at the end. */
const SEAL = 64;

/** @returns null where there are none of this index that can be trusted, or another program wrote them */
export async function readKnownWords(indexDir: string, index: Manifest): Promise<KnownWords | null> {
  const bytes = await readFile(path.join(indexDir, KNOWN_WORDS)).catch(() => null);
  if (!bytes || bytes.toString('latin1', bytes.length - SEAL) !== sha256(bytes.subarray(0, -SEAL))) return null;
  const data = new Packed(bytes);
  const [of, ...checksums] = wordList.unpack(data.u8('letters'));
  if (of !== (await nameOf(index))) return null;
  const counts = data.u32('passages');
  const letters = checksums.map((checksum, i) => ({ checksum, passages: counts[i] ?? 0 }));
  return { letters, words: CorpusWords.load(data.u8('words')) };
}

/** Where they can't be written, all passages are read for their words the next time. */
export async function writeKnownWords(indexDir: string, index: Manifest, known: KnownWords): Promise<void> {
  const body = pack({
    letters: wordList.pack([await nameOf(index), ...known.letters.map(({ checksum }) => checksum)]),
    passages: Uint32Array.from(known.letters, ({ passages }) => passages),
    words: known.words.serialize(),
  });
  await writeThenRename(
    draftIn(indexDir, 'words', 'bin'),
    (draft) => writeFile(draft, [body, sha256(body)]),
    async () => ({ path: path.join(indexDir, KNOWN_WORDS) }),
  ).catch(() => {});
}

/** Of which index words are, and by which program's rules. */
async function nameOf({ version }: Manifest): Promise<string> {
  return `${version} ${await programChecksum()}`;
}
