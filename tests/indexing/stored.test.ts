import { expect, test, vi } from 'vitest';
import { corpusPassages, writeCorpus } from '../../src/indexing/stored.ts';
import { readLetters } from '../../src/letters/read.ts';
import { SEEDS } from '../support/folders.ts';

test('Letters are written about a million characters at a time: all of them may be longer than a string can be', async () => {
  const { letters: some } = await readLetters(SEEDS);
  const letters = Array<typeof some>(60).fill(some).flat();
  const passages = corpusPassages(letters);
  const encode = vi.spyOn(Buffer, 'from');
  const stored = writeCorpus({ letters, passages });
  const lengths = encode.mock.calls.map(([given]: readonly unknown[]) =>
    typeof given === 'string' ? given.length : 0,
  );
  encode.mockRestore();
  const lines = Object.values(stored).flatMap((bytes) => bytes.toString().split('\n'));
  expect(lines.filter((line) => line !== '')).toHaveLength(letters.length + passages.length);
  expect(lengths.length).toBeGreaterThan(4);
  expect(Math.max(...lengths)).toBeLessThan(2 ** 20 + 1 + Math.max(...lines.map((line) => line.length)));
});
