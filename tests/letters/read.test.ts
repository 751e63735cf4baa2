import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  LettersFolderError,
  MOST_CHARACTERS,
  MOST_PASSAGES,
  NotTextError,
  SidecarError,
  UnusableLettersError,
} from '../../src/letters/errors.ts';
import { diskFiles, type LetterFiles } from '../../src/letters/files.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { readLetters } from '../../src/letters/read.ts';
import { SEEDS, temporaryFolder } from '../support/folders.ts';
import { seeds, stumblingBlock } from './letters.ts';

async function folderWith(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

async function failure(read: Promise<unknown>): Promise<unknown> {
  try {
    await read;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}

describe('reading a folder of letters', () => {
  it('reads the real letters in the order of their paths', async () => {
    const { letters, skipped } = await readLetters(SEEDS);
    expect(letters).toEqual(seeds);
    expect(skipped).toEqual([]);
  });

  it('goes into folders and names what it skips', async () => {
    const folder = await folderWith({
      'b.txt': 'Een brief.',
      'a/c.TXT': 'Nog een brief.',
      'a/zelfde.txt': 'Een brief.',
      'leeg.txt': ' \r\n\f ',
      'README.md': '# Brieven',
      'los.meta.json': '{}',
    });
    const { letters, skipped } = await readLetters(folder);
    expect(letters.map(({ file }) => file)).toEqual(['a/c.TXT', 'a/zelfde.txt']);
    expect(skipped).toEqual([
      { file: 'README.md', reason: 'not_a_letter' },
      { file: 'b.txt', reason: 'duplicate', sameAs: 'a/zelfde.txt' },
      { file: 'leeg.txt', reason: 'empty' },
      { file: 'los.meta.json', reason: 'sidecar_without_letter' },
    ]);
  });

  it('keeps letters that differ in a trailing blank only', async () => {
    const { letters } = await readLetters(await folderWith({ 'a.txt': 'Een brief.', 'b.txt': 'Een brief. ' }));
    expect(new Set(letters.map(({ id }) => id)).size).toBe(2);
  });

  it('skips links out of the folder, to folders and to nothing', async () => {
    const elsewhere = await folderWith({ 'geheim.txt': 'Een geheim.' });
    const folder = await folderWith({ 'a.txt': 'Een brief.', 'map/b.txt': 'Nog een brief.' });
    await symlink(join(elsewhere, 'geheim.txt'), join(folder, 'buiten.txt'));
    await symlink(elsewhere, join(folder, 'buitenmap'));
    await symlink(join(folder, 'map'), join(folder, 'kring'));
    await symlink(join(folder, 'niets.txt'), join(folder, 'los.txt'));
    const { letters, skipped } = await readLetters(folder);
    expect(letters.map(({ file }) => file)).toEqual(['a.txt', 'map/b.txt']);
    expect(skipped).toEqual([
      { file: 'buiten.txt', reason: 'link_out_of_folder' },
      { file: 'buitenmap', reason: 'link_out_of_folder' },
      { file: 'kring', reason: 'link_to_folder' },
      { file: 'los.txt', reason: 'link_to_nothing' },
    ]);
  });

  it('lets all letters decide about a hyphen together', async () => {
    const folder = await folderWith({
      'a.txt': 'De Defensie-\nvisie is er.',
      'b.txt': 'Lees de Defensievisie. En de zee-egel.',
    });
    const { letters } = await readLetters(folder);
    expect(letters[0]?.passages[0]?.text).toBe('De Defensievisie is er.');
  });

  it('gives meetings that share a day the same id', async () => {
    const folder = await folderWith({
      'a.txt':
        'Hierbij bied ik u de geannoteerde agenda aan voor de Raad Handel van 20 en 21 oktober 2024 te Luxemburg.',
      'b.txt': 'Hierbij bied ik u het verslag aan van de Raad Handel van 21 oktober 2024.',
      'c.txt': 'Hierbij bied ik u het verslag aan van de Raad Handel van 22 oktober 2024.',
    });
    const [a, b, c] = (await readLetters(folder)).letters.map(({ metadata }) => metadata.meeting?.id);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  it('reads sidecars', async () => {
    const folder = await folderWith({
      'a.txt': 'Een brief.',
      'a.meta.json': '{"number": "12", "dossiers": ["28 676"]}',
    });
    const [letter] = (await readLetters(folder)).letters;
    expect(letter?.metadata).toMatchObject({ number: '12', dossiers: ['28 676'] });
  });
});

describe('a folder that cannot be read', () => {
  it.each([
    ['missing', async () => join(await temporaryFolder(), 'niets')],
    ['not_a_folder', async () => join(await folderWith({ 'a.txt': 'Een brief.' }), 'a.txt')],
    ['no_letters', () => temporaryFolder()],
    ['no_letters', () => folderWith({ 'leeg.txt': '\n', 'a.md': 'x' })],
  ] as const)('is %s', async (reason, make) => {
    const folder = await make();
    const error = await failure(readLetters(folder));
    expect(error).toBeInstanceOf(LettersFolderError);
    expect(error).toMatchObject({ reason, file: folder, name: 'LettersFolderError' });
  });

  it('leaves out and names every letter that cannot be used, and why', async () => {
    const folder = await folderWith({
      'a.txt': 'Een brief.',
      'b.txt': Uint8Array.from([0x47, 0xef, 0x6e]),
      'b.meta.json': '{}',
      'c.txt': 'Nog een brief.',
      'c.meta.json': '{"letterDate": "4 november", "meeting": {"name": "x", "dates": ["nee"]}, "nummer": 3}',
      'd.txt': 'Dicht.',
      'e.txt': 'Een derde.',
      'e.meta.json': '{',
    });
    const files: LetterFiles = {
      ...diskFiles,
      read: (path) =>
        path.endsWith('d.txt') ? Promise.reject(new Error('EACCES: permission denied')) : diskFiles.read(path),
    };
    const { letters, skipped } = await readLetters(folder, files);
    expect(letters.map(({ file }) => file)).toEqual(['a.txt']);
    expect(skipped.map(({ file, reason }) => [file, reason])).toEqual([
      ['b.txt', 'invalid_utf8'],
      ['c.meta.json', 'wrong_sidecar'],
      ['d.txt', 'unreadable'],
      ['e.meta.json', 'wrong_sidecar'],
    ]);
    const [b, c, d, e] = skipped.map(({ problem }) => problem);
    expect(b).toContain('b.txt is not a text file');
    expect(c).toMatch(/^c\.meta\.json is not a valid sidecar: letterDate: .*; meeting\.dates\.0: .*nummer.*\.$/);
    expect(d).toBe('d.txt cannot be read: EACCES: permission denied.');
    expect(e).toContain('e.meta.json is not a valid sidecar');
  });

  it('names every file where no letter is left', async () => {
    const folder = await folderWith({ 'a.txt': Uint8Array.from([0xff]), 'c.txt': 'Een brief.', 'c.meta.json': '{' });
    const error = await failure(readLetters(folder));
    expect(error).toBeInstanceOf(UnusableLettersError);
    const errors = error instanceof UnusableLettersError ? error.errors : [];
    expect(errors.map(({ file }) => file)).toEqual(['a.txt', 'c.meta.json']);
    expect(errors[0]).toBeInstanceOf(NotTextError);
    expect(errors[1]).toBeInstanceOf(SidecarError);
    for (const one of errors) expect(error).toMatchObject({ message: expect.stringContaining(one.message) });
  });

  it('leaves out what holds more than any letter does, and says so where nothing else is left', async () => {
    const folder = await folderWith({ 'a.txt': 'Een brief.', 'lang.txt': 'Lang.', 'veel.txt': 'Veel.' });
    const contents: Record<string, string> = {
      lang: 'x'.repeat(MOST_CHARACTERS + 1),
      veel: 'A.\n\n'.repeat(MOST_PASSAGES + 1),
    };
    const files: LetterFiles = {
      ...diskFiles,
      read: async (path) => Buffer.from(contents[basename(path, '.txt')] ?? 'Een brief.'),
    };
    const { letters, skipped } = await readLetters(folder, files);
    expect(letters.map(({ file }) => file)).toEqual(['a.txt']);
    expect(skipped).toEqual([
      { file: 'lang.txt', reason: 'too_long', problem: expect.stringContaining('lang.txt has 4000001 characters') },
      { file: 'veel.txt', reason: 'too_many_passages', problem: expect.stringContaining('veel.txt has 25001') },
    ]);
    const error = await failure(readLetters(await folderWith({ 'lang.txt': 'Lang.' }), files));
    expect(error).toMatchObject({
      message:
        'lang.txt has 4000001 characters, and a letter at most 4000000; cut it into parts or take it out of the folder.',
    });
  });

  it('leaves out a letter that this program stumbles over', async () => {
    const folder = await folderWith({ 'a.txt': 'Een brief.', 'kwaad.txt': 'Een kwade brief.' });
    const { letters, skipped } = await readLetters(folder, diskFiles, {
      parse: (input) => parseLetter(input.file === 'kwaad.txt' ? { ...input, sidecar: stumblingBlock() } : input),
    });
    expect(letters.map(({ file }) => file)).toEqual(['a.txt']);
    const problem = 'kwaad.txt cannot be read as a letter (stumbled), which is a fault of this program; leave it out.';
    expect(skipped).toEqual([{ file: 'kwaad.txt', reason: 'unparsed', problem }]);
  });

  it('names a folder in it that cannot be listed', async () => {
    const folder = await folderWith({ 'a.txt': 'Een brief.', 'dicht/b.txt': 'Nog een brief.' });
    const files: LetterFiles = {
      ...diskFiles,
      list: (path) => (path.endsWith('dicht') ? Promise.reject(new Error('EACCES')) : diskFiles.list(path)),
    };
    const error = await failure(readLetters(folder, files));
    expect(error instanceof UnusableLettersError && error.errors.map(({ file }) => file)).toEqual(['dicht']);
  });
});
