import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { inputChecksum } from '../../src/indexing/input-checksum.ts';
import { putAside } from '../../src/intake/put-aside.ts';
import { readLetters } from '../../src/letters/read.ts';
import { SHORT_LETTER, temporaryFolder } from '../support/folders.ts';

/** A letters folder with two letters, one in a folder of its own and with a sidecar. */
async function twoLetters() {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, 'navo'));
  await writeFile(path.join(folder, 'navo/munitie.txt'), SHORT_LETTER);
  await writeFile(path.join(folder, 'navo/munitie.meta.json'), '{"number":"7"}');
  await writeFile(path.join(folder, 'andere.txt'), SHORT_LETTER.replace('munitie', 'brood'));
  const { letters } = await readLetters(folder);
  const idOf = (file: string) => ({ file, id: letters.find((letter) => letter.file === file)?.id ?? '' });
  return { folder, idOf };
}

test('a letter and its sidecar go to "removed", where they are not read, and come back by moving them', async () => {
  const { folder, idOf } = await twoLetters();
  const before = await inputChecksum(folder);
  expect(await putAside(folder, idOf('navo/munitie.txt'))).toBe('removed/navo/munitie.txt');
  expect(await readFile(path.join(folder, 'removed/navo/munitie.txt'), 'utf8')).toBe(SHORT_LETTER);
  expect((await readdir(path.join(folder, 'removed/navo'))).sort()).toEqual(['munitie.meta.json', 'munitie.txt']);
  const { letters, skipped } = await readLetters(folder);
  expect([letters.map(({ file }) => file), skipped]).toEqual([['andere.txt'], []]);
  expect(await inputChecksum(folder)).not.toBe(before);
  await writeFile(path.join(folder, 'navo/munitie.txt'), SHORT_LETTER);
  await writeFile(path.join(folder, 'navo/munitie.meta.json'), '{"number":"7"}');
  expect(await inputChecksum(folder)).toBe(before);
});

test('what was put aside earlier under the same name stays', async () => {
  const { folder, idOf } = await twoLetters();
  const letter = idOf('navo/munitie.txt');
  await mkdir(path.join(folder, 'removed/navo'), { recursive: true });
  await writeFile(path.join(folder, 'removed/navo/munitie.txt'), 'van eerder');
  expect(await putAside(folder, letter)).toBe('removed/navo/munitie-2.txt');
  expect(await readFile(path.join(folder, 'removed/navo/munitie.txt'), 'utf8')).toBe('van eerder');
});

test('another letter than the one meant, one that is gone, and the last one stay', async () => {
  const { folder, idOf } = await twoLetters();
  await expect(putAside(folder, { ...idOf('andere.txt'), id: 'abcdefghijkl' })).rejects.toThrow(
    'andere.txt was changed',
  );
  await expect(putAside(folder, { id: 'abcdefghijkl', file: '../x.txt' })).rejects.toThrow('is not in');
  await putAside(folder, idOf('navo/munitie.txt'));
  await expect(putAside(folder, idOf('andere.txt'))).rejects.toThrow('is the only letter');
});
