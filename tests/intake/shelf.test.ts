import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readShelf } from '../../src/intake/shelf/read-shelf.ts';
import { shelve } from '../../src/intake/shelf/shelf.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { withRefusedCall } from '../support/failing-files.ts';
import { temporaryFolder } from '../support/folders.ts';

const MEMORY = '.known-letters.jsonl';
/** Words that no two letters share in the same order. */
const wordsOf = (seed: number) =>
  Array.from({ length: 60 }, (_, i) => `woord${(Math.imul(seed * 64 + i + 1, 2_654_435_761) >>> 8) % 9973}`).join(' ');
const letterOf = (seed: number) => `Den Haag, 3 maart 2025\n\n${wordsOf(seed)}.\n`;
const shelved = (source: string) => shelve(parseLetter({ file: 'x.txt', source }), null);

async function manyLetters(): Promise<string> {
  const folder = await temporaryFolder();
  for (let i = 0; i < 110; i++) await writeFile(path.join(folder, `${i}.txt`), letterOf(i));
  return folder;
}

test('a letter among many is known by its text', async () => {
  const shelf = await readShelf(await manyLetters(), { dryRun: true });
  expect(shelf.twinOf(shelved(letterOf(42).replace('woord', 'oord')))).toMatchObject({ file: '42.txt', by: 'text' });
  expect(shelf.twinOf(shelved(letterOf(1000)))).toBeNull();
});

test('what letters are known by is remembered, and read anew of those that changed', async () => {
  const folder = await manyLetters();
  const same = path.join(folder, '1.txt');
  const then = new Date(1_700_000_000_000);
  await utimes(same, then, then);
  await readShelf(folder, { dryRun: true });
  expect(await readdir(folder)).not.toContain(MEMORY);
  await readShelf(folder, { dryRun: false });
  // What is remembered counts as long as a file looks the same: here it is made to, though it holds something else.
  await writeFile(same, letterOf(1).replaceAll('woord', 'draad'));
  await utimes(same, then, then);
  await writeFile(path.join(folder, '2.txt'), letterOf(2000));
  await rm(path.join(folder, '3.txt'));
  const shelf = await readShelf(folder, { dryRun: false });
  expect(shelf.twinOf(shelved(letterOf(1)))?.file).toBe('1.txt');
  expect([2, 3].map((seed) => shelf.twinOf(shelved(letterOf(seed))))).toEqual([null, null]);
  expect(shelf.twinOf(shelved(letterOf(2000)))?.file).toBe('2.txt');
});

test('a run that is ended in the middle leaves what it knew, and the next reads only the rest', async () => {
  const folder = await manyLetters();
  const memory = path.join(folder, MEMORY);
  /** Reads the shelf; resolves to how many letters' files were read, and what stood on the disk when so many were done. */
  const read = async (until: number) => {
    let [files, left] = [0, ''];
    const isRefused = (call: string, file: string): boolean => {
      if (call === 'readFile' && file.endsWith('.txt')) files++;
      return false;
    };
    const onProgress = (done: number): void => {
      if (done === until) left = readFileSync(memory, 'utf8');
    };
    const { result } = await withRefusedCall(folder, isRefused, 'EIO', () =>
      readShelf(folder, { dryRun: false, onProgress }),
    );
    if ('error' in result) throw result.error;
    return { files, left, shelf: result.value };
  };
  const first = await read(60);
  expect(first.files).toBe(110);
  // Ended while it wrote: the last line is half there, and its letter is read again.
  await writeFile(memory, first.left.slice(0, -100));
  const second = await read(90);
  expect(second.files).toBe(110 - 59);
  await writeFile(memory, second.left);
  const third = await read(110);
  // Of the 31 that were read again they were remembered by tens.
  expect(third.files).toBe(110 - 59 - 30);
  expect([0, 59, 109].map((seed) => third.shelf.twinOf(shelved(letterOf(seed)))?.file)).toEqual(
    [0, 59, 109].map((seed) => `${seed}.txt`),
  );
  const lines = (await readFile(memory, 'utf8')).trim().split('\n');
  expect(new Set(lines.map((line) => JSON.parse(line).file)).size).toBe(110);
  expect(lines).toHaveLength(110);
  expect((await read(110)).files).toBe(0);
});

test('a damaged memory is no harm', async () => {
  const folder = await manyLetters();
  await readShelf(folder, { dryRun: false });
  const memory = await readFile(path.join(folder, MEMORY), 'utf8');
  await writeFile(path.join(folder, MEMORY), `{"v":0}\nnonsense\n${memory.slice(0, 5000)}`);
  const shelf = await readShelf(folder, { dryRun: false });
  expect(shelf.twinOf(shelved(letterOf(99)))?.file).toBe('99.txt');
  expect(await readFile(path.join(folder, MEMORY), 'utf8')).toBe(memory);
});

test('letters that can not be read are no copies of anything', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'a.txt'), Buffer.from([0xff, 0x00, 0x01]));
  await writeFile(path.join(folder, 'b.txt'), letterOf(1));
  await writeFile(path.join(folder, 'b.meta.json'), '{broken');
  expect((await readShelf(folder, { dryRun: true })).twinOf(shelved(letterOf(1)))?.file).toBe('b.txt');
});
