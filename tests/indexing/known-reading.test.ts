import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { sha256 } from '../../src/indexing/checksum.ts';
import { KNOWN_READING, loadReadBefore } from '../../src/indexing/known-reading.ts';
import { readKnownWords } from '../../src/indexing/known-words.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { type Manifest, readManifest, writeManifest } from '../../src/indexing/manifest.ts';
import { storeBytes } from '../../src/indexing/store.ts';
import { words as wordList } from '../../src/retrieval/packed.ts';
import { editAtRandom } from '../support/edited-letters.ts';
import { temporaryFolder } from '../support/folders.ts';
import { randomNumbers } from '../support/random-numbers.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const EDITS = 12;

let lettersDir: string;
let indexDir: string;
beforeEach(async () => {
  [lettersDir, indexDir] = [await temporaryFolder(), await temporaryFolder()];
});

const write = (name: string, text: string) => writeFile(path.join(lettersDir, name), text);
const build = (dir = indexDir) => buildIndex({ lettersDir, indexDir: dir, encoder: wordEncoder() });
const file = () => path.join(indexDir, KNOWN_READING);

async function manifestOf(dir: string): Promise<Manifest> {
  const manifest = await readManifest(dir);
  if (!manifest) throw new Error('there is no index');
  return manifest;
}

/** What of an index comes of reading letters, to the byte, and what the next update is told of it. */
async function readIn(dir: string) {
  const manifest = await manifestOf(dir);
  const { version, skipped, files } = manifest;
  const { letters, grounds, fates, words } = (await loadReadBefore(dir)) ?? {};
  const names = [files.letters.name, files.passages.name, files.lexical.name];
  const known = (await readKnownWords(dir, manifest))?.letters;
  return { version, skipped, names, known, letters, grounds, fates, counts: words?.counts, capitals: words?.capitals };
}

async function expectAsFresh(what?: string): Promise<void> {
  const fresh = await temporaryFolder();
  await build(fresh);
  expect(await readIn(indexDir), what).toEqual(await readIn(fresh));
}

test(`After each of ${EDITS} random edits letters stand in the index as if all were read anew`, async () => {
  const random = randomNumbers(20_261_204);
  await write('vast.txt', 'Er is altijd een brief.\n');
  for (let letter = 0; letter < 6; letter++) await editAtRandom(lettersDir, random);
  await build();
  for (let edit = 0; edit < EDITS; edit++) {
    await editAtRandom(lettersDir, random);
    await build();
    await expectAsFresh(`edit ${edit}`);
  }
});

/** Gives the letters of the index other titles, as if they had been read so. */
async function retitle(): Promise<void> {
  const manifest = await manifestOf(indexDir);
  const text = await readFile(path.join(indexDir, manifest.files.letters.name), 'utf8');
  const retitled = text.replaceAll(/"title":"[^"]*"/g, '"title":"van toen"');
  const letters = await storeBytes(indexDir, 'letters', 'jsonl', Buffer.from(retitled));
  await writeManifest(indexDir, { ...manifest, files: { ...manifest.files, letters } });
}

async function titles(): Promise<string[]> {
  const { corpus } = await loadIndex(indexDir, wordEncoder());
  return corpus.letters.map(({ title }) => title);
}

test('A letter that did not change is taken from the index before, where this program read it', async () => {
  await write('a.txt', 'Tanks\n\nEr zijn tanks besteld.\n');
  await build();
  await retitle();
  await write('b.txt', 'Schepen\n\nEr zijn schepen besteld.\n');
  await build();
  expect(await titles()).toEqual(['van toen', 'Schepen']);

  const body = (await readFile(file())).subarray(0, -64);
  const { version } = await manifestOf(indexDir);
  await writeFile(file(), [body, sha256(['another', version, sha256(body)].join(' '))]);
  await write('c.txt', 'Treinen\n\nEr zijn treinen besteld.\n');
  await build();
  expect(await titles()).toEqual(['Tanks', 'Schepen', 'Treinen']);
});

test('Damaged, cut short, foreign or gone, it changes nothing but what has to be read', async () => {
  await write('a.txt', 'Tanks\n\nEr is een defensie-\nbegroting.\n');
  const other = await temporaryFolder();
  await build(other);
  await write('b.txt', 'Schepen\n\nDe defensie-begroting.\n');
  await build();
  const good = await readFile(file());
  const damages: (() => Promise<void>)[] = [
    () => writeFile(file(), good.subarray(1)),
    () => writeFile(file(), good.subarray(0, 30)),
    () => writeFile(file(), ''),
    () =>
      writeFile(
        file(),
        good.map((byte, at) => (at === good.length >> 1 ? byte ^ 1 : byte)),
      ),
    async () => writeFile(file(), await readFile(path.join(other, KNOWN_READING))),
    () => rm(file()),
  ];
  for (const [number, damage] of damages.entries()) {
    expect(await loadReadBefore(indexDir), `damage ${number}`).not.toBeNull();
    await damage();
    expect(await loadReadBefore(indexDir), `damage ${number}`).toBeNull();
    await write('c.txt', `Treinen\n\nDe defensiebegroting van ${number} treinen.\n`);
    await build();
    await expectAsFresh(`damage ${number}`);
  }
});

test('Where letters of the index before are damaged, all are read anew', async () => {
  await write('a.txt', 'Tanks\n\nEr zijn tanks besteld.\n');
  await build();
  const { files } = await manifestOf(indexDir);
  const letters = path.join(indexDir, files.letters.name);
  await writeFile(letters, (await readFile(letters, 'utf8')).replace('tanks besteld', 'tanks bestolen'));
  expect(await loadReadBefore(indexDir)).toBeNull();
  await write('b.txt', 'Schepen\n\nEr zijn schepen besteld.\n');
  await build();
  await expectAsFresh();
});

test('The words of letters are unpacked only when a hyphen asks for them', async () => {
  await write('a.txt', 'Tanks\n\nEr is een defensie-\nbegroting.\n');
  await build();
  const unpack = vi.spyOn(wordList, 'unpack');
  const before = await loadReadBefore(indexDir);
  const calls = unpack.mock.calls.length;
  expect(before?.words?.count('tanks')).toBe(1);
  expect(unpack.mock.calls.length).toBeGreaterThan(calls);
  unpack.mockRestore();
});
