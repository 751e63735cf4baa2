import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { meetingsOf } from '../../src/answers/meetings.ts';
import { pagesOf } from '../../src/web/pages.ts';
import { MADE, writeSite } from '../../src/web/site.ts';
import { temporaryFolder } from '../support/folders.ts';
import { lettersFrom } from '../support/letters-library.ts';
import { FORMS } from './forms.ts';

const shown = (files: Readonly<Record<string, string>>) => ({ meetings: meetingsOf(lettersFrom(files)) });
const all = shown(FORMS);
const few = shown({ 'agenda.txt': FORMS['agenda.txt'] });
const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

test('A site is the pages that a server would give, as files', async () => {
  const folder = path.join(await temporaryFolder(), 'nieuw');
  const pages = pagesOf(all);
  expect(await writeSite(folder, all, 'nl')).toEqual({ written: pages.paths.length + 1, removed: 0 });
  for (const at of pages.paths)
    expect(await readFile(path.join(folder, at, 'index.html'), 'utf8')).toBe(pages.at(at, 'nl'));
  expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toContain('url=letters/');
  expect(await filesIn(folder)).toHaveLength(pages.paths.length + 2);
});

test('Pages of letters that are gone are removed, and nothing that others put there', async () => {
  const folder = await temporaryFolder();
  await writeSite(folder, all, 'nl');
  await writeFile(path.join(folder, 'robots.txt'), 'mine');
  const [, gone = ''] = pagesOf(all).paths.filter((at) => !pagesOf(few).paths.includes(at));
  await writeFile(path.join(folder, gone, 'note.txt'), 'mine');
  const { removed } = await writeSite(folder, few, 'nl');
  expect(removed).toBe(3);
  const own = [...pagesOf(few).paths, ''].map((at) => `${at}index.html`);
  expect(await filesIn(folder)).toEqual([...own, MADE, `${gone}note.txt`, 'robots.txt'].sort());
});

test('A page that somebody else made is not written over', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'index.html'), 'mine');
  await expect(writeSite(folder, all, 'nl')).rejects.toThrow('was not made by "site"; choose another folder.');
  expect(await filesIn(folder)).toEqual(['index.html']);
  expect(await readFile(path.join(folder, 'index.html'), 'utf8')).toBe('mine');
});

test('A list that was tampered with removes nothing', async () => {
  const folder = await temporaryFolder();
  const other = path.join(await temporaryFolder(), 'index.html');
  await writeFile(other, 'mine');
  await writeFile(
    path.join(folder, MADE),
    JSON.stringify({ pages: [`../${path.basename(path.dirname(other))}/index.html`] }),
  );
  await expect(writeSite(folder, all, 'nl')).rejects.toThrow('is not what was written');
  expect(await readFile(other, 'utf8')).toBe('mine');
});

test('What keeps the folder from being written is told in a sentence', async () => {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'letters'), 'a file');
  await expect(writeSite(folder, all, 'nl')).rejects.toThrow(/^The pages can't be written to .*: .*\.$/);
});

test('A link that leads out of the folder is not followed', async () => {
  const folder = await temporaryFolder();
  const other = await temporaryFolder();
  await mkdir(path.join(other, 'x'));
  await symlink(other, path.join(folder, 'letters'));
  await expect(writeSite(folder, all, 'nl')).rejects.toThrow('is a link; choose another folder.');
  expect(await filesIn(other)).toEqual([]);
});
