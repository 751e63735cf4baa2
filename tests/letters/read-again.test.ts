import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { diskFiles } from '../../src/letters/files.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { type ReadLetters, readLetters } from '../../src/letters/read.ts';
import { temporaryFolder } from '../support/folders.ts';
import { stumblingBlock } from './letters.ts';

let folder: string;
let before: ReadLetters;
beforeEach(async () => {
  folder = await temporaryFolder();
  await write('a.txt', 'Een defensie-\nbegroting.');
  await write('b.txt', 'Een kust-\nwacht.');
  await write('c.txt', 'Een brief.');
  before = await readLetters(folder);
});

const write = (name: string, text: string) => writeFile(join(folder, name), text);

/** Reads the folder with what was read before. @returns the files of the letters that were read again */
async function readAgain(): Promise<string[]> {
  const again: string[] = [];
  const parse: typeof parseLetter = (input) => {
    again.push(input.file);
    return parseLetter(input);
  };
  const now = await readLetters(folder, diskFiles, { before: { ...before.reading, letters: before.letters }, parse });
  expect(now).toEqual(await readLetters(folder));
  before = now;
  return again;
}

test('Letters that stay as they are are not read again, also under another name', async () => {
  expect(await readAgain()).toEqual([]);
  await rename(join(folder, 'b.txt'), join(folder, 'd.txt'));
  expect(await readAgain()).toEqual([]);
});

test('A letter is read again when its text or its sidecar changes', async () => {
  await write('c.txt', 'Nog een brief.');
  expect(await readAgain()).toEqual(['c.txt']);
  await write('b.meta.json', '{"title": "De kust"}');
  expect(await readAgain()).toEqual(['b.txt']);
  await rm(join(folder, 'b.meta.json'));
  expect(await readAgain()).toEqual(['b.txt']);
});

test('A letter is read again when the words of another change what becomes of one of its hyphens', async () => {
  await write('d.txt', 'De defensiebegroting, en nu iets anders.');
  expect(await readAgain()).toEqual(['d.txt']);
  await write('e.txt', 'De defensie-begroting en de defensie-begroting.');
  expect(await readAgain()).toEqual(['a.txt', 'e.txt']);
  expect(before.letters[0]?.passages[0]?.text).toBe('Een defensie-begroting.');
  await rm(join(folder, 'e.txt'));
  expect(await readAgain()).toEqual(['a.txt']);
  expect(before.letters[0]?.passages[0]?.text).toBe('Een defensiebegroting.');
});

test('The words of a letter that was left out do not count once it is gone', async () => {
  await write('kwaad.txt', 'De defensie-begroting en de defensie-begroting.');
  const parse: typeof parseLetter = (input) =>
    parseLetter(input.file === 'kwaad.txt' ? { ...input, sidecar: stumblingBlock() } : input);
  before = await readLetters(folder, diskFiles, { parse });
  expect(before.skipped.map(({ file }) => file)).toEqual(['kwaad.txt']);
  expect(before.letters[0]?.passages[0]?.text).toBe('Een defensie-begroting.');
  await rm(join(folder, 'kwaad.txt'));
  expect(await readAgain()).toEqual(['a.txt']);
});

test('Words are counted only where a hyphen asks for them', async () => {
  expect(before.reading.words?.count('brief')).toBe(1);
  for (const name of ['a.txt', 'b.txt']) await rm(join(folder, name));
  expect(await readAgain()).toEqual([]);
  expect(before.reading.words).toBeNull();
});

test('Letters about one meeting are about their own again when the other is gone', async () => {
  const opening = (what: string, days: string) =>
    `Hierbij ontvangt u ${what} van de bijeenkomst van de NAVO-ministers van Defensie van ${days} februari 2023.`;
  await write('b.txt', opening('de geannoteerde agenda', '14 en 15'));
  await write('c.txt', opening('het verslag', '15'));
  await readAgain();
  const meetings = () => before.letters.slice(1).map(({ metadata }) => metadata.meeting?.id);
  const [agenda, report] = meetings();
  expect(agenda).toBeDefined();
  expect(report).toBe(agenda);
  await write('b.txt', 'Geen agenda.');
  expect(await readAgain()).toEqual(['b.txt']);
  expect(meetings()[1]).not.toBe(agenda);
});
