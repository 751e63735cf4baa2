import { expect, test, vi } from 'vitest';
import { corpusPassages, writeCorpus } from '../../src/indexing/stored.ts';
import { readLetters } from '../../src/letters/read.ts';
import { SEEDS } from '../support/folders.ts';

test('Letters are written line by line: all of them may be longer than a string can be', async () => {
  const { letters } = await readLetters(SEEDS);
  const passages = corpusPassages(letters);
  const encode = vi.spyOn(Buffer, 'from');
  const stored = writeCorpus({ letters, passages });
  const lengths = encode.mock.calls.map(([given]: readonly unknown[]) =>
    typeof given === 'string' ? given.length : 0,
  );
  encode.mockRestore();
  const lines = Object.values(stored).flatMap((bytes) => bytes.toString().split('\n'));
  expect(lines.filter((line) => line !== '')).toHaveLength(letters.length + passages.length);
  expect(Math.max(...lengths)).toBe(Math.max(...lines.map((line) => line.length)) + 1);
});
