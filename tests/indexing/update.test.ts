import { link, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Encoder } from '../../src/encoder/types.ts';
import { buildIndex } from '../../src/indexing/build.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { firstReadOf, withRefusedCall } from '../support/failing-files.ts';
import { temporaryFolder } from '../support/folders.ts';
import { randomNumbers } from '../support/random-numbers.ts';
import { retrieved } from '../support/retrieved.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const SUBJECTS = [
  'munitie',
  'tanks',
  'fregatten',
  'drinkwater',
  'nachttreinen',
  'luchtschepen',
  'fregattenwerven',
  'NAVO',
];
const VERBS = ['bestelt', 'weigert', 'onderzoekt', 'financiert'];

let lettersDir: string;
let indexDir: string;
beforeEach(async () => {
  [lettersDir, indexDir] = [await temporaryFolder(), await temporaryFolder()];
});

function letterOf(random: (below: number) => number): string {
  const one = (words: readonly string[]) => words[random(words.length)] ?? '';
  const sentence = () =>
    `De minister ${one(VERBS)} ${random(90)} ${one(SUBJECTS)} voor de ${one(SUBJECTS)} van ${2015 + random(9)}.`;
  const paragraphs = Array.from({ length: 1 + random(5) }, () => `${one(SUBJECTS)}\n\n${sentence()} ${sentence()}`);
  return `Den Haag, ${1 + random(28)} maart 20${10 + random(15)}\n\n${paragraphs.join('\n\n')}\n`;
}

const write = (name: string, text: string) => writeFile(path.join(lettersDir, name), text);
const build = (encoder: Encoder = wordEncoder()) => buildIndex({ lettersDir, indexDir, encoder });
const filesOf = async (kind: string) => (await readdir(indexDir)).filter((name) => name.startsWith(kind));

test('Whatever is added, changed and removed, an update finds what a fresh build does', async () => {
  const random = randomNumbers(20_261_129);
  const names = Array.from({ length: 12 }, (_, i) => `brief-${i}.txt`);
  for (const name of names.slice(0, 8)) await write(name, letterOf(random));
  await build();
  for (let update = 0; update < 8; update++) {
    for (let edit = 0; edit <= random(3); edit++) {
      const name = names[random(names.length)] ?? '';
      const isThere = (await readdir(lettersDir)).includes(name);
      if (isThere && random(3) === 0 && (await readdir(lettersDir)).length > 1) await rm(path.join(lettersDir, name));
      else await write(name, letterOf(random));
    }
    await build();
    const freshDir = await temporaryFolder();
    const { version } = await buildIndex({ lettersDir, indexDir: freshDir, encoder: wordEncoder() });
    expect((await loadIndex(indexDir, wordEncoder())).manifest.version).toBe(version);
    expect(await retrieved(indexDir), `update ${update}`).toEqual(await retrieved(freshDir));
  }
});

test('What was encoded is kept in as many files as updates brought some, never more than eight', async () => {
  const subject = (number: number) => write(`${number}.txt`, `De minister bestelt ${number} fregatten voor de kust.\n`);
  await subject(0);
  await build();
  const [first = ''] = await filesOf('encoded');
  const counts: number[] = [];
  for (let number = 1; number <= 10; number++) {
    await subject(number);
    await build();
    const { encoded } = JSON.parse(await readFile(path.join(indexDir, 'manifest.json'), 'utf8')).files;
    counts.push(encoded.length);
    if (number === 1) expect(encoded[0].name).toBe(first);
  }
  expect(Math.max(...counts)).toBe(8);
  expect(counts.slice(-3)).toEqual([1, 2, 3]);
  const { corpus } = await loadIndex(indexDir, wordEncoder());
  expect(corpus.letters).toHaveLength(11);
});

test('Of letters that are gone no more than a third of what was encoded stays', async () => {
  for (let number = 0; number < 10; number++) await write(`${number}.txt`, `De minister bestelt ${number} tanks.\n`);
  await build();
  const sizeOf = async () => {
    const { encoded } = JSON.parse(await readFile(path.join(indexDir, 'manifest.json'), 'utf8')).files;
    return encoded.reduce((sum: number, { bytes }: { bytes: number }) => sum + bytes, 0);
  };
  const whole = await sizeOf();
  for (let number = 0; number < 3; number++) await rm(path.join(lettersDir, `${number}.txt`));
  await build();
  expect(await sizeOf()).toBe(whole);
  for (let number = 3; number < 6; number++) await rm(path.join(lettersDir, `${number}.txt`));
  expect(await build()).toMatchObject({ embedded: 0, removed: 3, letters: 4 });
  expect(await sizeOf()).toBeLessThan(whole / 2);
  await loadIndex(indexDir, wordEncoder());
});

/** An encoder that fails after so many batches. */
function failingAfter(batches: number): Encoder & { readonly encoded: string[] } {
  const encoder = wordEncoder();
  let left = batches;
  const encode: Encoder['encode'] = async (texts, kind) => {
    if (left-- === 0) throw new Error('killed');
    return encoder.encode(texts, kind);
  };
  return { ...encoder, encode };
}

test('A run that ended too soon is gone on with: nothing is encoded twice, a torn end is cut', async () => {
  for (let letter = 0; letter < 12; letter++) await write(`${letter}.txt`, letterOf(randomNumbers(letter)).repeat(3));
  const freshDir = await temporaryFolder();
  const fresh = await buildIndex({ lettersDir, indexDir: freshDir, encoder: wordEncoder() });
  expect(fresh.embedded).toBeGreaterThan(64);

  await expect(build(failingAfter(2))).rejects.toThrow('killed');
  const [journal = ''] = await filesOf('encoding');
  const { length } = await readFile(path.join(indexDir, journal));
  // As a kill in the middle of a write leaves it.
  await truncate(path.join(indexDir, journal), length - 5);

  const encoder = wordEncoder();
  const report = await build(encoder);
  expect(report).toMatchObject({ version: fresh.version, embedded: fresh.embedded - 63 });
  expect(encoder.encoded).toHaveLength(report.embedded);
  expect(await filesOf('encoding')).toEqual([]);
  expect(await retrieved(indexDir)).toEqual(await retrieved(freshDir));
});

test('Of a damaged journal what is whole is used', async () => {
  for (let letter = 0; letter < 12; letter++) await write(`${letter}.txt`, letterOf(randomNumbers(letter)).repeat(3));
  await expect(build(failingAfter(2))).rejects.toThrow('killed');
  const file = path.join(indexDir, (await filesOf('encoding'))[0] ?? '');
  const bytes = await readFile(file);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(file, bytes);
  const freshDir = await temporaryFolder();
  const fresh = await buildIndex({ lettersDir, indexDir: freshDir, encoder: wordEncoder() });
  expect(await build()).toMatchObject({ version: fresh.version, embedded: fresh.embedded - 63 });
  expect(await retrieved(indexDir)).toEqual(await retrieved(freshDir));
});

test('A journal that the disk does not hand out is begun anew', async () => {
  for (let letter = 0; letter < 12; letter++) await write(`${letter}.txt`, letterOf(randomNumbers(letter)).repeat(3));
  await expect(build(failingAfter(2))).rejects.toThrow('killed');
  const freshDir = await temporaryFolder();
  const fresh = await buildIndex({ lettersDir, indexDir: freshDir, encoder: wordEncoder() });
  const { result } = await withRefusedCall(indexDir, firstReadOf('encoding'), 'EIO', () => build());
  expect(result).toMatchObject({ value: { version: fresh.version, embedded: fresh.embedded } });
  expect(await retrieved(indexDir)).toEqual(await retrieved(freshDir));
});

test.each([
  ['is damaged', (head: Buffer) => head.fill(0, 3, 4)],
  ['is torn', (head: Buffer) => head.subarray(0, 5)],
])('A journal whose beginning %s is begun anew', async (_, harm) => {
  for (let letter = 0; letter < 12; letter++) await write(`${letter}.txt`, letterOf(randomNumbers(letter)).repeat(3));
  await expect(build(failingAfter(2))).rejects.toThrow('killed');
  const file = path.join(indexDir, (await filesOf('encoding'))[0] ?? '');
  await writeFile(file, harm(await readFile(file)));
  const freshDir = await temporaryFolder();
  const fresh = await buildIndex({ lettersDir, indexDir: freshDir, encoder: wordEncoder() });
  expect(await build()).toMatchObject({ version: fresh.version, embedded: fresh.embedded });
  expect(await retrieved(indexDir)).toEqual(await retrieved(freshDir));
});

test('A run that was killed when its index was there, before it tidied up, harms neither that index nor the next', async () => {
  const twelve = (from: number) =>
    Promise.all(
      Array.from({ length: 12 }, (_, i) => write(`${from + i}.txt`, letterOf(randomNumbers(from + i)).repeat(3))),
    );
  await twelve(0);
  await expect(build(failingAfter(1))).rejects.toThrow('killed');
  const [journal = ''] = await filesOf('encoding');
  await build();
  // The journal and the file that the index names are one, until the journal's name is taken away.
  const [encoded = ''] = await filesOf('encoded');
  await link(path.join(indexDir, encoded), path.join(indexDir, journal));
  const before = await retrieved(indexDir);

  await twelve(12);
  await expect(build(failingAfter(1))).rejects.toThrow('killed');
  expect(await retrieved(indexDir)).toEqual(before);
  const report = await build();
  const freshDir = await temporaryFolder();
  const fresh = await buildIndex({ lettersDir, indexDir: freshDir, encoder: wordEncoder() });
  expect(report.version).toBe(fresh.version);
  expect(await retrieved(indexDir)).toEqual(await retrieved(freshDir));
});

test('The journal of another encoder is not gone on with, and goes when an index is there', async () => {
  for (let letter = 0; letter < 12; letter++) await write(`${letter}.txt`, letterOf(randomNumbers(letter)).repeat(3));
  await expect(build(failingAfter(1))).rejects.toThrow('killed');
  const journals = await filesOf('encoding');
  const encoder = wordEncoder('others');
  const { embedded } = await build(encoder);
  expect(encoder.encoded).toHaveLength(embedded);
  expect(embedded).toBeGreaterThan(32);
  expect(journals).toHaveLength(1);
  expect(await filesOf('encoding')).toEqual([]);
});
