import { chmod, mkdir, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { buildIndex } from '../../src/indexing/build.ts';
import { assertCurrent } from '../../src/indexing/freshness.ts';
import { takeStock } from '../../src/indexing/input-checksum.ts';
import { readKnownFiles } from '../../src/indexing/known-files.ts';
import { loadIndex } from '../../src/indexing/load.ts';
import { withRefusedCall } from '../support/failing-files.ts';
import { contents, indexFiles, SHORT_LETTER, shortLetters, temporaryFolder } from '../support/folders.ts';
import { reachableWithoutRoot, withoutRoot } from '../support/without-root.ts';
import { wordEncoder } from '../support/word-encoder.ts';

let lettersDir: string;
let indexDir: string;
beforeEach(async () => {
  [lettersDir, indexDir] = [await shortLetters(), await temporaryFolder()];
  await setBack('munitie.txt');
});

/** Has a file be an hour old: what is younger than two seconds is read whatever its time says. */
async function setBack(name: string): Promise<void> {
  const then = new Date(Date.now() - 3_600_000);
  await utimes(path.join(lettersDir, name), then, then);
}

/** An hour from now, when nothing counts as changed just before, however fast the test is. */
const later = () => new Date(Date.now() + 3_600_000);
const build = (now?: () => Date) => buildIndex({ lettersDir, indexDir, encoder: wordEncoder(), now });
const isCurrent = () => assertCurrent({ lettersDir, indexDir, encoder: wordEncoder() });
const manifest = async () => JSON.parse(await readFile(path.join(indexDir, 'manifest.json'), 'utf8'));

test('Where nothing changed, nothing is written', async () => {
  const first = await build(later);
  const before = await contents(indexDir);
  expect(await build(later)).toMatchObject({
    changed: false,
    embedded: 0,
    version: first.version,
    passages: first.passages,
  });
  expect(await contents(indexDir)).toEqual(before);
});

test('A letter that changed just now is read again, for it may change once more without another time', async () => {
  const { mtimeMs, ctimeMs } = await stat(path.join(lettersDir, 'munitie.txt'));
  const after = (ms: number) => () => new Date(Math.max(mtimeMs, ctimeMs) + ms);
  const states = async (now: () => Date) => (await takeStock(lettersDir, [], now)).files.map(({ state }) => state);
  expect(await states(after(1_000))).toEqual(['']);
  expect(await states(after(3_000))).not.toEqual(['']);
});

test('A letter of the same size and time is read when the disk says that it changed', async () => {
  await build();
  const file = path.join(lettersDir, 'munitie.txt');
  const { mtime } = await stat(file);
  await writeFile(file, SHORT_LETTER.replaceAll('munitie', 'muntjes'));
  await utimes(file, mtime, mtime);
  expect(await build()).toMatchObject({ changed: true, embedded: 1 });
  const { corpus } = await loadIndex(indexDir, wordEncoder());
  expect(corpus.letters[0]?.source).toContain('muntjes');
});

test('What was seen of letters spares reading them, and is not trusted when it is damaged', async () => {
  await build();
  const known = await readKnownFiles(indexDir);
  expect(known.map(({ file }) => file)).toEqual(['munitie.txt']);
  const faked = known.map((one) => ({ ...one, state: '', checksum: 'faked' }));
  expect(await takeStock(lettersDir, faked)).toMatchObject({ checksum: (await manifest()).input });
  const file = path.join(indexDir, 'letters-seen.json');
  const bytes = await readFile(file);
  bytes[bytes.length - 10]! ^= 1;
  await writeFile(file, bytes);
  expect(await readKnownFiles(indexDir)).toEqual([]);
  expect(await build()).toMatchObject({ changed: false });
});

test('An index that another program made, or of which a file is missing or damaged, is built again', async () => {
  const { version } = await build();
  const files = await indexFiles(indexDir);
  expect(files).toHaveLength(6);
  for (const name of files) {
    const file = path.join(indexDir, name);
    const good = await readFile(file);
    const flipped = Buffer.from(good);
    flipped[good.length >> 1]! ^= 1;
    for (const damage of [() => writeFile(file, flipped), () => rm(file)]) {
      await damage();
      await build();
      expect((await loadIndex(indexDir, wordEncoder())).manifest.version, name).toBe(version);
    }
  }
});

test('An index in which damage was found is built again, also where nothing changed', async () => {
  await build();
  const { files } = await manifest();
  await writeFile(path.join(indexDir, files.lexical.name), 'damaged');
  await expect(loadIndex(indexDir, wordEncoder())).rejects.toThrow('is damaged');
  expect(await readdir(indexDir)).toContain('damaged');
  await build();
  expect(await readdir(indexDir)).not.toContain('damaged');
  await loadIndex(indexDir, wordEncoder());
});

/** What comes of work while the disk does not hand out some files. */
const whereUnread =
  (isUnread: (name: string, file: string) => boolean) =>
  async <T>(work: () => Promise<T>) =>
    (await withRefusedCall(lettersDir, isUnread, 'EIO', work)).result;

test.each(['munitie.txt', 'munitie.meta.json'])(
  'A letter left out because %s could not be read for a moment comes back with the next update',
  async (unread) => {
    await writeFile(path.join(lettersDir, 'munitie.meta.json'), '{"subject": "Munitie"}');
    await build(later);
    await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
    const isUnread = (name: string, file: string) => name === 'readFile' && path.basename(file) === unread;
    const failing = whereUnread(isUnread);

    const leftOut = [{ file: unread, problem: expect.stringContaining('EIO') }];
    expect(await failing(() => build(later))).toMatchObject({ value: { changed: true, letters: 1, leftOut } });
    // While it lasts there is nothing to do.
    expect(await failing(isCurrent)).toEqual({ value: undefined });
    await expect(isCurrent()).rejects.toThrow('have changed');
    expect(await build(later)).toMatchObject({ changed: true, letters: 2, leftOut: [] });
    expect(await build(later)).toMatchObject({ changed: false, letters: 2, leftOut: [] });
  },
);

test('A link to a letter that can not be read is no reason to build again and again', async () => {
  await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
  await symlink('tanks.txt', path.join(lettersDir, 'zie-tanks.txt'));
  const isUnread = (name: string, file: string) => name === 'readFile' && file.endsWith('tanks.txt');
  const failing = whereUnread(isUnread);
  const leftOut = [{ file: 'tanks.txt' }, { file: 'zie-tanks.txt' }];
  expect(await failing(() => build(later))).toMatchObject({ value: { changed: true, letters: 1, leftOut } });
  expect(await failing(isCurrent)).toEqual({ value: undefined });
  expect(await build(later)).toMatchObject({ changed: true, letters: 2, leftOut: [] });
});

test('A hidden folder that may not be listed is none of the letters; another one is', async ({ skip }) => {
  await build();
  skip(!(await reachableWithoutRoot(lettersDir, indexDir)), 'another user can not reach the temporary folder');
  const { input } = await manifest();
  const stock = () => withoutRoot(() => takeStock(lettersDir));
  for (const folder of ['.Trash-1000', 'removed']) {
    await mkdir(path.join(lettersDir, folder));
    await writeFile(path.join(lettersDir, folder, 'tanks.txt'), 'De minister bestelt tanks.');
    await chmod(path.join(lettersDir, folder), 0);
    expect(await stock(), folder).toMatchObject({ checksum: input });
  }
  await mkdir(path.join(lettersDir, 'navo'));
  await writeFile(path.join(lettersDir, 'navo/tanks.txt'), 'De minister bestelt tanks.');
  expect((await stock()).files.map(({ file }) => file)).toEqual(['munitie.txt', 'navo/tanks.txt']);
  await chmod(path.join(lettersDir, 'navo'), 0);
  await expect(stock()).rejects.toThrow('navo');
});
