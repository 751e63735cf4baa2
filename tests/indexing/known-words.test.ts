import { createHash } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { KNOWN_WORDS, readKnownWords } from '../../src/indexing/known-words.ts';
import { readManifest } from '../../src/indexing/manifest.ts';
import { temporaryFolder } from '../support/folders.ts';
import { wordEncoder } from '../support/word-encoder.ts';

let lettersDir: string;
let indexDir: string;
beforeEach(async () => {
  [lettersDir, indexDir] = [await temporaryFolder(), await temporaryFolder()];
  for (let number = 0; number < 4; number++) await write(number, `De minister bestelt ${number} fregatten.`);
  await build();
});

const write = (number: number, text: string) => writeFile(path.join(lettersDir, `${number}.txt`), `${text}\n`);
const build = () => buildIndex({ lettersDir, indexDir, encoder: wordEncoder() });
const file = () => path.join(indexDir, KNOWN_WORDS);

async function known() {
  const manifest = await readManifest(indexDir);
  return manifest && (await readKnownWords(indexDir, manifest));
}

/** What a build gives that knows nothing of before. */
async function fresh() {
  return buildIndex({ lettersDir, indexDir: await temporaryFolder(), encoder: wordEncoder() });
}

test('The words of an index are known, those of the index after it too, and none of another one', async () => {
  const before = await readManifest(indexDir);
  expect((await known())?.words.distinct).toContain('fregatten');
  await write(4, 'De minister weigert luchtschepen.');
  await build();
  expect((await known())?.words.distinct).toContain('luchtschepen');
  expect((await known())?.letters).toHaveLength(5);
  expect(before && (await readKnownWords(indexDir, before))).toBeNull();
});

test('Damaged, cut short, foreign or gone, they change nothing but what has to be read', async () => {
  const other = await temporaryFolder();
  await buildIndex({ lettersDir, indexDir: other, encoder: wordEncoder() });
  await write(4, 'De minister weigert luchtschepen.');
  await build();
  const whole = await readFile(file());
  const damages: (() => Promise<void>)[] = [
    () => writeFile(file(), whole.subarray(0, whole.length - 100)),
    () => writeFile(file(), whole.subarray(0, 30)),
    () => writeFile(file(), ''),
    () => rm(file()),
    async () => writeFile(file(), await readFile(path.join(other, KNOWN_WORDS))),
    () =>
      writeFile(
        file(),
        whole.map((byte, at) => (at === whole.length >> 1 ? byte ^ 1 : byte)),
      ),
    // As another program may have sealed what it packed in another way.
    () => writeFile(file(), ['{}', createHash('sha256').update('{}').digest('hex')]),
  ];
  for (const [number, damage] of damages.entries()) {
    await damage();
    expect(await known(), `damage ${number}`).toBeNull();
    await write(5 + number, `De minister financiert ${number} nachttreinen.`);
    expect((await build()).version, `damage ${number}`).toBe((await fresh()).version);
    expect(await known(), `damage ${number}`).not.toBeNull();
  }
});

test('Where lexical search of the index before is damaged, it is made anew', async () => {
  const manifest = await readManifest(indexDir);
  const lexical = path.join(indexDir, manifest?.files.lexical.name ?? '');
  await writeFile(lexical, (await readFile(lexical)).subarray(1));
  await write(4, 'De minister weigert luchtschepen.');
  expect((await build()).version).toBe((await fresh()).version);
});
