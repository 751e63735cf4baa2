import { mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { KNOWN_LANGUAGE } from '../../src/indexing/known-language.ts';
import { KNOWN_READING } from '../../src/indexing/known-reading.ts';
import { KNOWN_WORDS } from '../../src/indexing/known-words.ts';
import { withRefusedCall } from '../support/failing-files.ts';
import { SHORT_LETTER, shortLetters, temporaryFolder } from '../support/folders.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const NAMES = [KNOWN_LANGUAGE, KNOWN_READING, KNOWN_WORDS];

let lettersDir: string;
let indexDir: string;
beforeEach(async () => {
  [lettersDir, indexDir] = [await shortLetters(), await temporaryFolder()];
});

const build = (dir = indexDir) => buildIndex({ lettersDir, indexDir: dir, encoder: wordEncoder() });
const seen = async () => (await readdir(indexDir)).filter((name) => NAMES.includes(name));
const drafts = async () => (await readdir(indexDir)).filter((name) => name.endsWith('.tmp'));
const letter = (what: string) =>
  writeFile(path.join(lettersDir, `${what}.txt`), SHORT_LETTER.replaceAll('unitie', what));

test('What a killed process left of one is swept up by the next job', async () => {
  for (const name of NAMES) await writeFile(path.join(indexDir, `${name.replace('-seen', '-draft')}.1.tmp`), 'half');
  await build();
  expect(await drafts()).toEqual([]);
  expect(await seen()).toEqual(NAMES);
});

test.each(['writeFile', 'rename'])('Where none can be written, refused at %s, the index is', async (refused) => {
  const isOne = (name: string, file: string) => name === refused && /(words|language|reading)-draft/.test(file);
  const { result } = await withRefusedCall(indexDir, isOne, 'ENOSPC', build);
  expect(result).toHaveProperty('value');
  expect(await drafts()).toEqual([]);
  expect(await seen()).toEqual([]);
  await letter('tanks');
  expect((await build()).version).toBe((await build(await temporaryFolder())).version);
});

test('Where something else has its name, it is done without', async () => {
  for (const name of NAMES) await mkdir(path.join(indexDir, name));
  await build();
  await letter('tanks');
  expect((await build()).version).toBe((await build(await temporaryFolder())).version);
  expect(await drafts()).toEqual([]);
});
