import fs from 'node:fs';
import { cp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { IndexProblem } from '../../src/indexing/errors.ts';
import { assertCurrent, assertHolds } from '../../src/indexing/freshness.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { FORMAT_VERSION, readManifest, writeManifest } from '../../src/indexing/manifest.ts';
import { readLetters } from '../../src/letters/read.ts';
import { firstReadOf, withRefusedCall } from '../support/failing-files.ts';
import { flipBits, OF_MANIFEST } from '../support/flipped-bits.ts';
import { copyOfSeeds, indexFiles, shortLetters, temporaryFolder } from '../support/folders.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const encoder = wordEncoder();
let indexDir: string;
let lettersDir: string;
let builtDir: string;
beforeAll(async () => {
  lettersDir = await copyOfSeeds();
  builtDir = await temporaryFolder();
  await buildIndex({ lettersDir, indexDir: builtDir, encoder });
});
beforeEach(async () => {
  indexDir = await temporaryFolder();
  await cp(builtDir, indexDir, { recursive: true, preserveTimestamps: true });
});

const stateOf = async (attempt: Promise<unknown>) => {
  const error = await attempt.then(
    () => null,
    (e: unknown) => e,
  );
  return error instanceof IndexProblem ? error.state : error;
};

test('What is loaded is what was built', async () => {
  const { corpus, manifest } = await loadIndex(indexDir, encoder);
  const { letters } = await readLetters(lettersDir);
  expect(corpus.letters).toEqual(letters);
  expect(corpus.passages).toHaveLength(manifest.passages);
  expect(corpus.passages.map(({ passage }) => passage.id)).toEqual(
    letters.flatMap((l) => l.passages.map(({ id }) => id)),
  );
});

test('Every damaged, cut or missing file is noticed', async () => {
  const files = await indexFiles(indexDir);
  expect(files).toHaveLength(6);
  for (const name of files) {
    const file = path.join(indexDir, name);
    const good = await readFile(file);
    const flipped = Buffer.from(good);
    const middle = flipped.length >> 1;
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    for (const damaged of [flipped, good.subarray(0, good.length - 1), Buffer.alloc(0)]) {
      await writeFile(file, damaged);
      expect(await stateOf(loadIndex(indexDir, encoder)), name).toBe('broken');
    }
    await rm(file);
    expect(await stateOf(loadIndex(indexDir, encoder)), name).toBe('broken');
    await writeFile(file, good);
  }
  await loadIndex(indexDir, encoder);
});

test('What is damaged after it was loaded is noticed when it is read, and named', async () => {
  const { data, sentences } = await loadIndex(indexDir, encoder);
  const [name = ''] = (await readdir(indexDir)).filter((file) => file.startsWith('encoded'));
  const bytes = await readFile(path.join(indexDir, name));
  // Of the first record: beyond its lengths and hash, among its vectors.
  bytes[100]! ^= 1;
  await writeFile(path.join(indexDir, name), bytes);
  await expect(data.tokens?.of([0])).rejects.toThrow(`its file ${name} is damaged`);
  expect(() => sentences?.sentenceVectors(0)).toThrow(`its file ${name} is damaged`);
  expect((await data.tokens?.of([1]))?.textsOf(1).end).toBeGreaterThan(0);
});

test('Where the disk does not hand out what was encoded, the file is named, and building again mends it', async () => {
  const [name = ''] = (await readdir(indexDir)).filter((file) => file.startsWith('encoded'));
  const refusing = <T>(work: () => Promise<T>) => withRefusedCall(indexDir, firstReadOf('encoded'), 'EIO', work);
  const { result } = await refusing(() => loadIndex(indexDir, encoder));
  const message = expect.stringContaining(`its file ${name} can't be read`);
  expect(result).toMatchObject({ error: { state: 'broken', message } });
  expect(await readdir(indexDir)).toContain('damaged');

  const { passages, version } = (await readManifest(indexDir))!;
  const built = await refusing(() => buildIndex({ lettersDir, indexDir, encoder }));
  expect(built.result).toMatchObject({ value: { version, embedded: passages } });
  expect(await readdir(indexDir)).not.toContain('damaged');
  expect(await buildIndex({ lettersDir, indexDir, encoder })).toMatchObject({ version, embedded: 0 });
  await loadIndex(indexDir, encoder);
});

test('Where the disk does not hand it out any more after it was loaded, the file is named and marked', async () => {
  const [name = ''] = (await readdir(indexDir)).filter((file) => file.startsWith('encoded'));
  let fails = false;
  const loading = () => loadIndex(indexDir, encoder);
  const { result } = await withRefusedCall(indexDir, (call) => fails && call === 'read', 'EIO', loading);
  if (!('value' in result)) throw result.error;
  const { data, sentences } = result.value;
  await data.tokens?.of([0]);
  fails = true;
  await expect(data.tokens?.of([0])).rejects.toThrow(`its file ${name} can't be read`);
  await expect.poll(() => readdir(indexDir)).toContain('damaged');
  await rm(path.join(indexDir, 'damaged'));
  const { readSync } = fs;
  Object.assign(fs, {
    readSync: () => {
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
    },
  });
  syncBuiltinESMExports();
  try {
    expect(() => sentences?.sentenceVectors(0)).toThrow(`its file ${name} can't be read`);
  } finally {
    Object.assign(fs, { readSync });
    syncBuiltinESMExports();
  }
  await expect.poll(() => readdir(indexDir)).toContain('damaged');
});

test('Bits of the manifest that flip are noticed, each alone', async () => {
  const file = path.join(indexDir, 'manifest.json');
  const { size } = await stat(file);
  const bits = Array.from({ length: Math.ceil((size * 8) / 31) }, (_, i) => i * 31);
  expect(await flipBits(file, bits, { attempt: () => readManifest(indexDir), named: OF_MANIFEST })).toEqual([]);
});

test('An index is never one of another letters folder, unless that holds the same letters', async () => {
  const elsewhere = await copyOfSeeds();
  const options = { indexDir, lettersDir: elsewhere, encoder };
  const { manifest } = await loadIndex(indexDir, encoder);
  await assertCurrent(options);
  await assertHolds(manifest, options);
  await writeFile(path.join(elsewhere, 'nieuw.txt'), 'Een nieuwe brief.');
  expect(await stateOf(assertCurrent(options))).toBe('other_letters');
  expect(await stateOf(assertHolds(manifest, options))).toBe('other_letters');
  await rm(elsewhere, { recursive: true });
  expect(await stateOf(assertCurrent(options))).toBe('other_letters');
});

test.each([
  ['{', 'broken'],
  [`{"formatVersion": ${FORMAT_VERSION}}`, 'broken'],
  ['{"formatVersion": 999}', 'other_version'],
  ['', 'broken'],
])('The manifest %j is refused', async (text, state) => {
  await writeFile(path.join(indexDir, 'manifest.json'), text);
  expect(await stateOf(loadIndex(indexDir, encoder))).toBe(state);
});

test('An index that was built with another thesaurus is stale until it is built again', async () => {
  const options = { indexDir, lettersDir, encoder };
  await assertCurrent(options);
  const manifest = await readManifest(indexDir);
  await writeManifest(indexDir, { ...manifest!, data: 'another', program: 'another' });
  expect(await stateOf(assertCurrent(options))).toBe('stale');
  await buildIndex(options);
  await assertCurrent(options);
  expect(await readManifest(indexDir)).toEqual({ ...manifest, builtAt: expect.any(String) });
});

test('An index of another encoder is refused', async () => {
  expect(await stateOf(loadIndex(indexDir, wordEncoder('others')))).toBe('other_model');
});

test('A damaged index is mended by building it again', async () => {
  const [name = ''] = (await readdir(indexDir)).filter((file) => file.startsWith('encoded'));
  await writeFile(path.join(indexDir, name), 'damaged');
  await buildIndex({ lettersDir, indexDir, encoder });
  await loadIndex(indexDir, encoder);
});

/** An index of a copy of the letters, to change them. */
async function withOwnLetters(): Promise<void> {
  lettersDir = await shortLetters();
  await buildIndex({ lettersDir, indexDir, encoder });
}

test('An index is current until a letter, a sidecar or the thesaurus changes', async () => {
  await withOwnLetters();
  const options = { indexDir, lettersDir, encoder };
  await assertCurrent(options);
  const [letter = ''] = await readdir(lettersDir);
  const changes: [string, string][] = [
    [`${letter.slice(0, -4)}.meta.json`, '{"subject": "Defensie"}'],
    ['thesaurus.tsv', 'schatkist\tbegroting\t\t\t'],
    [letter, 'Een heel andere brief.'],
    ['nieuw.txt', 'Een nieuwe brief.'],
  ];
  for (const [file, text] of changes) {
    await writeFile(path.join(lettersDir, file), text);
    expect(await stateOf(assertCurrent(options)), file).toBe('stale');
    await buildIndex({ lettersDir, indexDir, encoder });
    await assertCurrent(options);
  }
  await writeFile(path.join(lettersDir, 'notities.md'), 'geen brief');
  await assertCurrent(options);
});

test('Without an index, and without letters, the state says so', async () => {
  await withOwnLetters();
  expect(await stateOf(assertCurrent({ indexDir: await temporaryFolder(), lettersDir, encoder }))).toBe('missing');
  await rm(lettersDir, { recursive: true });
  expect(await stateOf(assertCurrent({ indexDir, lettersDir, encoder }))).toBe('stale');
});
