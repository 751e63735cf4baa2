import type { HyphenFate } from '../letters/hyphens.ts';
import type { ReadBefore, Reading } from '../letters/read-again.ts';
import type { Letter } from '../letters/types.ts';
import { WordCounts } from '../letters/vocabulary.ts';
import { type Packable, type Packed, words as wordList } from '../retrieval/packed.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { readSealed, writeSealed } from './sealed-file.ts';
import { loadFile } from './store.ts';
import { readOwnLetters } from './stored.ts';

/** How the letters of an index were read, beside it. */
export const KNOWN_READING = 'reading-seen.bin';

/** In the order of their numbers in the file. */
const FATES: readonly HyphenFate[] = ['join', 'keep', 'space'];

/**
 * The letters of an index, as they were read.
 * @returns null where there are none that this same program is known to have read, or that can be trusted
 */
export async function loadReadBefore(indexDir: string): Promise<ReadBefore | null> {
  try {
    const index = await readManifest(indexDir);
    const known = index && (await readSealed(indexDir, KNOWN_READING, index.version));
    if (!known) return null;
    const letters = await readOwnLetters(indexDir, {
      letters: await loadFile(indexDir, index.files.letters),
      passages: await loadFile(indexDir, index.files.passages),
    });
    return unpackReading(known, letters);
  } catch {
    return null;
  }
}

/** Where it can't be written, all letters are read anew the next time. */
export function writeKnownReading(
  indexDir: string,
  { version }: Manifest,
  { grounds, fates, words }: Reading,
): Promise<void> {
  const pairs = [...fates.keys()];
  const numbers = new Map(pairs.map((pair, number) => [pair, number]));
  return writeSealed(indexDir, KNOWN_READING, version, {
    sidecars: wordList.pack(grounds.map(({ sidecar }) => sidecar)),
    pairs: wordList.pack(pairs),
    fates: Uint8Array.from(fates.values(), (fate) => FATES.indexOf(fate)),
    askedCounts: Uint32Array.from(grounds, (one) => one.pairs.length),
    asked: Uint32Array.from(grounds.flatMap((one) => one.pairs.map((pair) => numbers.get(pair) ?? 0))),
    hasWords: Uint8Array.of(words ? 1 : 0),
    ...packCounts('words', words?.counts),
    ...packCounts('capitals', words?.capitals),
  });
}

function unpackReading(data: Packed, letters: readonly Letter[]): ReadBefore {
  const pairs = wordList.unpack(data.u8('pairs'));
  const numbers = data.u8('fates');
  const sidecars = wordList.unpack(data.u8('sidecars'));
  const asked = data.u32('asked');
  let from = 0;
  const grounds = Array.from(data.u32('askedCounts'), (count, letter) => {
    const numbersOfPairs = asked.subarray(from, from + count);
    from += count;
    return { sidecar: sidecars[letter] ?? '', pairs: Array.from(numbersOfPairs, (number) => pairs[number] ?? '') };
  });
  return {
    letters,
    grounds,
    fates: new Map(pairs.map((pair, number) => [pair, FATES[numbers[number] ?? -1] ?? 'space'])),
    // Unpacked when it is asked for: letters without line-end hyphens never do.
    get words() {
      if (data.u8('hasWords')[0] !== 1) return null;
      return new WordCounts(unpackCounts('words', data), unpackCounts('capitals', data));
    },
  };
}

function packCounts(name: string, counts: ReadonlyMap<string, number> = new Map()): Record<string, Packable> {
  return { [name]: wordList.pack([...counts.keys()]), [`${name}Counts`]: Uint32Array.from(counts.values()) };
}

function unpackCounts(name: string, data: Packed): (readonly [string, number])[] {
  const counts = data.u32(`${name}Counts`);
  return wordList.unpack(data.u8(name)).map((word, place) => [word, counts[place] ?? 0]);
}
