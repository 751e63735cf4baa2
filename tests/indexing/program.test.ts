import * as files from 'node:fs/promises';
import { expect, test, vi } from 'vitest';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>();
  return { ...real, readFile: vi.fn(real.readFile) };
});

/** As a program that has just been started works it out, where one of its files is empty. */
async function checksumWithout(empty?: RegExp): Promise<string> {
  const { readFile } = await vi.importActual<typeof files>('node:fs/promises');
  const read = async (file: unknown) => (empty?.test(String(file)) ? Buffer.of() : readFile(String(file)));
  vi.mocked(files.readFile).mockImplementation(read as typeof readFile);
  vi.resetModules();
  const { programChecksum } = await import('../../src/indexing/program.ts');
  return programChecksum();
}

test.each([
  ['how letters are read', /\/letters\/parse\.\w+$/],
  ['how they are searched', /\/retrieval\/lexical\/postings\.\w+$/],
  ['a word list', /\/data\/thesaurus\.tsv$/],
  ['a stemmer of another package', /@orama\/stemmers\/.*\bnl\.\w+$/],
])('A program that differs in %s is another one', async (_, file) => {
  expect(await checksumWithout(file)).not.toBe(await checksumWithout());
});

test('A program is the same each time, and where what it has no part in differs', async () => {
  const checksum = await checksumWithout();
  expect(await checksumWithout()).toBe(checksum);
  expect(await checksumWithout(/\/discord\/.*\.\w+$/)).toBe(checksum);
});
