import { expect, it } from 'vitest';
import type { CloseReading, Encoder } from '../../src/encoder/types.ts';
import { evidenceFor } from '../../src/retrieval/evidence.ts';
import { NO_SIGNALS } from '../../src/retrieval/fusion.ts';
import { rank } from '../../src/retrieval/ranking.ts';
import { readBestClosely } from '../../src/retrieval/rerank/close-reading.ts';
import { passageParts } from '../../src/retrieval/retrieval-data.ts';
import { CORPUS, prepared, wordEncoder } from './fixtures.ts';

const encoder = wordEncoder();
const data = await prepared(encoder);
const TEXT = 'drinkwater in treinen';
const [encoding] = await encoder.encode([[TEXT]], 'query');
const vector = encoding?.vector ?? new Float32Array();
const question = { text: TEXT, subject: TEXT, language: 'nl', vector, tokens: encoding?.tokens?.[0] ?? null } as const;
const named = { weight: new Map(), filters: {}, several: false, absent: false, subject: TEXT } as const;
const options = {
  corpus: CORPUS,
  data,
  named,
  isAllowed: null,
  weights: { ...NO_SIGNALS, cosine: 1, closeReading: 1 },
};

/** A cross-encoder that finds the second of the passages the likeliest to answer, in their last sentence. */
const secondOf = (passages: readonly (readonly string[])[]): CloseReading[] =>
  passages.map((parts, i) => {
    const answers = i === 1 ? 0.9 : 0.2;
    const others = (1 - answers) / 2;
    return {
      answers,
      bears: others,
      nothing: others,
      parts: parts.map((_, part) => (part === parts.length - 1 ? 9 : 0)),
    };
  });

it('is of the best two passages, with their context, and says of each sentence how strongly it points', async () => {
  const asked: (readonly string[])[] = [];
  const read: NonNullable<Encoder['readClosely']> = async (_, passages) => {
    asked.push(...passages);
    return secondOf(passages);
  };
  const found = await readBestClosely([4, 1, 0], TEXT, CORPUS, read);
  expect([...found.keys()]).toEqual([4, 1]);
  expect(asked).toEqual([4, 1].map((number) => passageParts(CORPUS.passages[number]!)));
  for (const [number, { sentences }] of found) {
    expect(sentences).toHaveLength(CORPUS.passages[number]?.passage.sentences.length ?? 0);
    expect(sentences.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    expect(sentences.at(-1)).toBe(Math.max(...sentences));
  }
});

it('counts in the order, where what was not read closely counts as the worst that was', async () => {
  const before = await rank(question, options);
  const after = await rank(question, { ...options, readClosely: async (_, passages) => secondOf(passages) });
  expect(after.passages[0]?.passage).toBe(before.passages[1]?.passage);
  const [worst] = after.passages
    .slice(0, 2)
    .map(({ signals }) => signals.closeReading)
    .sort((a, b) => a - b);
  expect(after.passages[2]?.signals.closeReading).toBe(worst);
  expect(after.passages[2]?.closeReading).toBeNull();
});

it('is evidence for an answer where there is a cross-encoder', async () => {
  const ranking = await rank(question, { ...options, readClosely: async (_, passages) => secondOf(passages) });
  expect(evidenceFor(ranking)?.closely).toBeCloseTo(Math.log(9), 3);
  const alone = await rank(question, options);
  expect(evidenceFor(alone)?.closely).toBeNull();
});
