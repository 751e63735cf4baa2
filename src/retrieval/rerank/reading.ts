import type { Encoder, Reading, TokenVectors } from '../../encoder/types.ts';
import { sharesOf } from './shares.ts';
import type { TokenStore } from './token-store.ts';

/** How many of the best passages are read. */
const READ = 12;

/** What the reader makes of a passage, with each sentence's share of pointing at the answer: together 1. */
export interface ReadPassage {
  readonly reading: Reading;
  readonly sentences: readonly number[];
}

/**
 * Reads the best passages with the question in mind.
 * @param passages numbers, best first
 * @returns by passage; empty where there is no reader or nothing to read by
 */
export async function readBest(
  passages: readonly number[],
  question: TokenVectors | null,
  store: TokenStore | null,
  read: Encoder['read'],
): Promise<ReadonlyMap<number, ReadPassage>> {
  if (!read || !store || !question) return new Map();
  const best = passages.slice(0, READ);
  const readings = await read(
    question,
    best.map((passage) => store.sentenceRows(passage)),
  );
  return new Map(
    best.flatMap((passage, i) => {
      const reading = readings[i];
      return reading
        ? [[passage, { reading, sentences: shares(reading, store.sentenceLengths(passage)) }] as const]
        : [];
    }),
  );
}

/** A sentence points as strongly as its tokens do on the average; those that were not read do not. */
function shares({ tokens }: Reading, lengths: readonly number[]): number[] {
  let at = 0;
  const logits = lengths.map((length) => {
    const own = tokens.subarray(at, at + length);
    at += length;
    return own.length === 0 ? null : own.reduce((sum, logit) => sum + logit, 0) / own.length;
  });
  return sharesOf(logits);
}
