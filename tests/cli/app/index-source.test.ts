import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { openIndexSource } from '../../../src/cli/app/index-source.ts';
import { readSettings } from '../../../src/cli/options/settings.ts';
import { folderStore, type IndexStore } from '../../../src/indexing/index-store.ts';
import { damageFile } from '../../support/flipped-bits.ts';
import { SHORT_LETTER, shortLetters, temporaryFolder } from '../../support/folders.ts';
import { wordEncoder } from '../../support/word-encoder.ts';

test('who asks for the newest index gets it, also while one of before is being loaded', async () => {
  const [lettersDir, indexDir] = [await shortLetters(), await temporaryFolder()];
  const encoder = wordEncoder();
  const folder = folderStore(indexDir);
  await folder.build({ lettersDir, encoder });
  let hold = Promise.resolve();
  let loads = 0;
  const slow: IndexStore = {
    ...folder,
    async load(asked) {
      loads++;
      const loaded = await folder.load(asked);
      await hold;
      return loaded;
    },
  };
  const settings = readSettings({ letters: lettersDir, index: indexDir }, {});
  const source = await openIndexSource(settings, encoder, slow);
  let release = () => {};
  hold = new Promise((resolve) => {
    release = resolve;
  });
  const first = source.reload();
  const same = source.reload();
  await writeFile(path.join(lettersDir, 'tanks.txt'), SHORT_LETTER.replaceAll('unitie', 'tanks'));
  await folder.build({ lettersDir, encoder });
  const newest = source.reload();
  release();
  await Promise.all([first, same]);
  expect((await newest).letters.map(({ file }) => file)).toEqual(['munitie.txt', 'tanks.txt']);
  expect(source.current()).toBe(await newest);
  expect(await source.changed()).toBe(false);
  // One at the beginning, the one that was under way, and the newest.
  expect(loads).toBe(3);
});

test('an index that was damaged and is mended is taken in, though it holds the same', async () => {
  const [lettersDir, indexDir] = [await shortLetters(), await temporaryFolder()];
  const encoder = wordEncoder();
  const folder = folderStore(indexDir);
  const { version } = await folder.build({ lettersDir, encoder });
  const source = await openIndexSource(readSettings({ letters: lettersDir, index: indexDir }, {}), encoder, folder);
  await folder.build({ lettersDir, encoder });
  expect(await source.changed()).toBe(false);

  const name = (await readdir(indexDir)).find((file) => file.startsWith('encoded')) ?? '';
  await damageFile(path.join(indexDir, name), 100);
  await expect(source.reload()).rejects.toThrow(`${name} is damaged`);
  expect(await folder.build({ lettersDir, encoder })).toMatchObject({ changed: false, version });
  expect(await source.changed()).toBe(true);
  expect((await source.reload()).about.version).toBe(version);
  expect(await source.changed()).toBe(false);
});
