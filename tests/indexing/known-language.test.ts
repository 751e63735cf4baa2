import { rm } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { KNOWN_LANGUAGE, keepLanguage, knowLanguage, recallLanguage } from '../../src/indexing/known-language.ts';
import { listedStems } from '../../src/retrieval/analysis/listed-stems.ts';
import { stem } from '../../src/retrieval/analysis/stem.ts';
import { wordList } from '../../src/retrieval/analysis/word-list.ts';
import { analysed } from '../../src/retrieval/lexical/analysed-thesaurus.ts';
import { bundledThesaurus } from '../../src/retrieval/lexical/thesaurus.ts';
import { damageFile } from '../support/flipped-bits.ts';
import { temporaryFolder } from '../support/folders.ts';

test('What was worked out of the word list and the thesaurus is recalled as it was; damaged or gone, it is not', async () => {
  const folder = await temporaryFolder();
  const [stems, thesaurus] = [listedStems(), analysed(bundledThesaurus())];
  expect(await recallLanguage(folder)).toBe(false);
  await keepLanguage(folder);
  expect(await recallLanguage(folder)).toBe(true);
  expect(listedStems()).not.toBe(stems);
  expect(isDeepStrictEqual(listedStems(), stems)).toBe(true);
  expect(analysed(bundledThesaurus())).not.toBe(thesaurus);
  expect(isDeepStrictEqual(analysed(bundledThesaurus()), thesaurus)).toBe(true);
  const listed = [...wordList('nl').keys()];
  expect(listed.every((word) => listedStems().get(stem.nl(word))?.words.includes(word))).toBe(true);

  const file = path.join(folder, KNOWN_LANGUAGE);
  await damageFile(file);
  expect(await recallLanguage(folder)).toBe(false);
  await rm(file);
  expect(await recallLanguage(folder)).toBe(false);
});

test('A process that knows it reads nothing, and says whether it is there', async () => {
  const folder = await temporaryFolder();
  const [stems, thesaurus] = [listedStems(), analysed(bundledThesaurus())];
  expect(await knowLanguage(folder)).toBe(false);
  await keepLanguage(folder);
  expect(await knowLanguage(folder)).toBe(true);
  expect(listedStems()).toBe(stems);
  expect(analysed(bundledThesaurus())).toBe(thesaurus);
});
