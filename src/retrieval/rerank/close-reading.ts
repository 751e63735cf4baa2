import type { CloseReading, Encoder } from '../../encoder/types.ts';
import { passageParts } from '../retrieval-data.ts';
import type { Corpus } from '../types.ts';

/** How many of the best passages are read closely: each takes as long as encoding one, and a third changes little. */
const READ_CLOSELY = 2;

/** What the cross-encoder makes of a passage, with each sentence's share of pointing at the answer: together 1. */
export interface CloselyRead {
  readonly reading: CloseReading;
  readonly sentences: readonly number[];
}

/**
 * Reads the best passages together with the question.
 * @param passages numbers, best first
 * @returns by passage; empty where there is no cross-encoder
 */
export async function readBestClosely(
  passages: readonly number[],
  question: string,
  corpus: Corpus,
  readClosely: Encoder['readClosely'],
): Promise<ReadonlyMap<number, CloselyRead>> {
  if (!readClosely) return new Map();
  const best = passages.slice(0, READ_CLOSELY).flatMap((number) => {
    const each = corpus.passages[number];
    return each ? [{ number, parts: passageParts(each) }] : [];
  });
  const readings = await readClosely(
    question,
    best.map(({ parts }) => parts),
  );
  return new Map(
    best.flatMap(({ number }, i) => {
      const reading = readings[i];
      return reading ? [[number, { reading, sentences: shares(reading) }] as const] : [];
    }),
  );
}

/** Of the sentences alone: the first part is the context. Those that were not read do not point. */
function shares({ parts }: CloseReading): number[] {
  const powers = parts.slice(1).map((logit) => (logit === null ? 0 : Math.exp(logit)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => (sum > 0 ? power / sum : 0));
}
