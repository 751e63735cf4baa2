import { describe, expect, it } from 'vitest';
import type { Encoder, Reading } from '../../src/encoder/types.ts';
import { NO_SIGNALS } from '../../src/retrieval/fusion.ts';
import { rank } from '../../src/retrieval/ranking.ts';
import { readBest } from '../../src/retrieval/rerank/reading.ts';
import { CORPUS, prepared, wordEncoder } from './fixtures.ts';

const encoder = wordEncoder();
const data = await prepared(encoder);
const [encoding] = await encoder.encode([['drinkwater in treinen']], 'query');
const tokens = encoding?.tokens?.[0] ?? null;

/** A reader that finds the longer passages the likelier to answer, in their last sentence. */
const readerOf = (longest: number): NonNullable<Encoder['read']> => {
  return async (_, passages) =>
    passages.map(({ count }): Reading => {
      const answers = count / (longest + 1);
      return {
        answers,
        bears: (1 - answers) / 2,
        nothing: (1 - answers) / 2,
        tokens: Float32Array.from({ length: count }, (_, i) => (i === count - 1 ? 50 : 0)),
      };
    });
};

describe('Reading', () => {
  it('is of the best passages alone, and says of each sentence how strongly it points at the answer', async () => {
    const read = await readBest([0, 1], tokens, data.tokens, readerOf(1_000));
    expect([...read.keys()]).toEqual([0, 1]);
    for (const [passage, { sentences }] of read) {
      expect(sentences).toHaveLength(CORPUS.passages[passage]?.passage.sentences.length ?? 0);
      expect(sentences.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
      expect(sentences.at(-1)).toBe(Math.max(...sentences));
    }
  });

  it('is not done where there is no reader, no question or no token vectors', async () => {
    expect((await readBest([0], tokens, data.tokens, undefined)).size).toBe(0);
    expect((await readBest([0], null, data.tokens, readerOf(1_000))).size).toBe(0);
    expect((await readBest([0], tokens, null, readerOf(1_000))).size).toBe(0);
  });

  it('decides the order where it alone has weight', async () => {
    const text = 'drinkwater in treinen';
    const vector = encoding?.vector ?? new Float32Array();
    const named = { weight: new Map(), filters: {}, several: false, absent: false, subject: text } as const;
    const longest = Math.max(...CORPUS.passages.map((_, i) => data.tokens?.sentenceRows(i).count ?? 0));
    const options = { corpus: CORPUS, data, named, isAllowed: null, weights: { ...NO_SIGNALS, reading: 1 } };
    const { passages } = await rank(
      { text, subject: text, language: 'nl', vector, tokens },
      { ...options, read: readerOf(longest) },
    );
    const [first, second] = passages;
    expect(data.tokens?.sentenceRows(first?.passage ?? 0).count).toBe(longest);
    expect(first?.signals.reading).toBeGreaterThanOrEqual(second?.signals.reading ?? 0);
    expect(first?.signals.reading).toBeGreaterThan(passages.at(-1)?.signals.reading ?? 0);
  });
});
