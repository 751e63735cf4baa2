import { describe, expect, test } from 'vitest';
import type { SentenceEncoder } from '../../src/answers/selection/sentences.ts';
import { wordVectors } from '../../src/answers/selection/word-vectors.ts';
import type { Library } from '../../src/answers/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import { SEEDS } from '../support/folders.ts';
import { libraryOf } from '../support/letters-library.ts';

const { letters } = await readLetters(SEEDS);

type Work = (library: Library, signal: AbortSignal) => Promise<unknown>;

/** How often work asks the encoder, when whoever wanted it leaves at the first time. */
async function encodingsOf(work: Work, leaving: boolean): Promise<{ times: number; error: unknown }> {
  const waiting = new AbortController();
  let times = 0;
  const encoder: SentenceEncoder = {
    encode(texts, kind) {
      times++;
      if (leaving) waiting.abort();
      return wordVectors.encode(texts, kind);
    },
  };
  const library = await libraryOf(letters, encoder);
  const error = await work(library, waiting.signal).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { times, error };
}

describe('work that nobody waits for any more stops at its next step', () => {
  test.each<[string, Work]>([
    ['a summary', ({ meetings, summarize }, signal) => summarize(meetings[0]!, { signal })],
    ['a timeline', ({ timeline }, signal) => timeline('NAVO', { signal })],
    ['commitments', ({ commitments }, signal) => commitments({ signal })],
  ])('%s', async (_, work) => {
    const whole = await encodingsOf(work, false);
    expect(whole.error).toBeNull();
    const left = await encodingsOf(work, true);
    expect(left.error).toMatchObject({ name: 'AbortError' });
    expect(left.times).toBeLessThan(whole.times);
  });

  test('before it began, nothing is done at all', async () => {
    const library = await libraryOf(letters);
    await expect(library.commitments({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
