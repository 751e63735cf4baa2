import { CorpusWords } from '../retrieval/lexical/corpus-words.ts';
import { words as wordList } from '../retrieval/packed.ts';
import type { Manifest } from './manifest.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

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

/** @returns null where there are none of this index that can be trusted */
export async function readKnownWords(indexDir: string, { version }: Manifest): Promise<KnownWords | null> {
  const data = await readSealed(indexDir, KNOWN_WORDS, version);
  if (!data) return null;
  const counts = data.u32('passages');
  const letters = wordList.unpack(data.u8('letters')).map((checksum, i) => ({ checksum, passages: counts[i] ?? 0 }));
  return { letters, words: CorpusWords.load(data.u8('words')) };
}

export async function writeKnownWords(indexDir: string, { version }: Manifest, known: KnownWords): Promise<void> {
  await writeSealed(indexDir, KNOWN_WORDS, version, {
    letters: wordList.pack(known.letters.map(({ checksum }) => checksum)),
    passages: Uint32Array.from(known.letters, ({ passages }) => passages),
    words: known.words.serialize(),
  });
}
