import { expect, it } from 'vitest';
import type { CloseReading, Encoder } from '../../src/encoder/types.ts';
import { evidenceFor } from '../../src/retrieval/evidence.ts';
import { NO_SIGNALS } from '../../src/retrieval/fusion.ts';
import { rank } from '../../src/retrieval/ranking.ts';
import { readOneClosely } from '../../src/retrieval/rerank/close-reading.ts';
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

const [first, second] = (await rank(question, options)).passages;

/** A cross-encoder that finds one passage the likelier to answer, in its last sentence, and keeps what it was asked. */
function finding(passage: number | undefined, asked: (readonly string[])[] = []): NonNullable<Encoder['readClosely']> {
  const liked = passageParts(CORPUS.passages[passage ?? -1]!);
  return async (_, parts): Promise<CloseReading> => {
    asked.push(parts);
    const answers = parts.join() === liked.join() ? 0.9 : 0.2;
    const others = (1 - answers) / 2;
    return { answers, bears: others, nothing: others, parts: parts.map((_, i) => (i === parts.length - 1 ? 9 : 0)) };
  };
}

it('is of the first passage, with its context, and of the second where that could come before it', async () => {
  const partsOf = (each: typeof first) => passageParts(CORPUS.passages[each?.passage ?? -1]!);
  const asked: (readonly string[])[] = [];
  await rank(question, { ...options, readClosely: finding(second?.passage, asked) });
  expect(asked).toEqual([partsOf(first), partsOf(second)]);
  asked.length = 0;
  const apart = { ...options, weights: { ...options.weights, cosine: 1_000 } };
  const { passages } = await rank(question, { ...apart, readClosely: finding(second?.passage, asked) });
  expect(asked).toEqual([partsOf(first)]);
  expect(passages[0]?.passage).toBe(first?.passage);
});

it('counts in the order, where what was not read closely counts as the worst that was', async () => {
  const { passages } = await rank(question, { ...options, readClosely: finding(second?.passage) });
  expect(passages.slice(0, 2).map(({ passage }) => passage)).toEqual([second?.passage, first?.passage]);
  expect(passages[2]?.signals.closeReading).toBe(passages[1]?.signals.closeReading);
  expect(passages[2]?.closeReading).toBeNull();
});

it('says which sentence answers', async () => {
  const number = CORPUS.passages.findIndex(({ passage }) => passage.sentences.length > 1);
  const passage = CORPUS.passages[number];
  if (!passage) throw new Error('no passage has two sentences');
  const found = await readOneClosely(TEXT, passage, finding(number));
  expect(found?.sentences).toHaveLength(passage.passage.sentences.length);
  expect(found?.sentences.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
  expect(found?.sentences.at(-1)).toBe(Math.max(...(found?.sentences ?? [])));
});

it('is evidence for an answer where there is a cross-encoder', async () => {
  const ranking = await rank(question, { ...options, readClosely: finding(second?.passage) });
  expect(evidenceFor(ranking)?.closely).toBeCloseTo(Math.log(9), 3);
  const alone = await rank(question, options);
  expect(evidenceFor(alone)?.closely).toBeNull();
});
