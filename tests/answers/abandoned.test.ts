import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SentenceVectors } from '../../src/answers/selection/sentences.ts';
import { wordVectors } from '../../src/answers/selection/word-vectors.ts';
import type { Library } from '../../src/answers/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import { packageRoot } from '../../src/package-root.ts';
import { SEEDS } from '../support/folders.ts';
import { libraryOf } from '../support/letters-library.ts';

const PAIRS = path.join(packageRoot(), 'tests/answers/summary/pairs');
const letters = [...(await readLetters(SEEDS)).letters, ...(await readLetters(PAIRS)).letters];
/** A meeting with a letter before it and one after it. */
const both = ({ meetings }: Library) => meetings.find(({ before, after }) => before.length > 0 && after.length > 0);

type Work = (library: Library, signal: AbortSignal) => Promise<unknown>;

/** How often work asks for a vector, when whoever wanted it leaves at the first time. */
async function vectorsOf(work: Work, leaving: boolean): Promise<{ times: number; error: unknown }> {
  const waiting = new AbortController();
  let times = 0;
  const vectors: SentenceVectors = (sentence) => {
    times++;
    if (leaving) waiting.abort();
    return wordVectors(sentence);
  };
  const library = await libraryOf(letters, vectors);
  const error = await work(library, waiting.signal).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { times, error };
}

describe('work that nobody waits for any more stops at its next step', () => {
  test.each<[string, Work]>([
    ['a summary', async (library, signal) => library.summarize(both(library)!, { signal })],
    ['a timeline', ({ timeline }, signal) => timeline('NAVO', { signal })],
    ['commitments', ({ commitments }, signal) => commitments({ signal })],
  ])('%s', async (_, work) => {
    const whole = await vectorsOf(work, false);
    expect(whole.error).toBeNull();
    const left = await vectorsOf(work, true);
    expect(left.error).toMatchObject({ name: 'AbortError' });
    expect(left.times).toBeLessThan(whole.times);
  });

  test('before it began, nothing is done at all', async () => {
    const library = await libraryOf(letters);
    await expect(library.commitments({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
