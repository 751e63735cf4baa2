import type { CloseReading, Encoder } from '../../encoder/types.ts';
import { passageParts } from '../retrieval-data.ts';
import type { CorpusPassage } from '../types.ts';
import { sharesOf } from './shares.ts';

/** How many of the best passages are read closely at most: a third changes little. */
export const READ_CLOSELY = 2;
/** Log-odds of an answer that hardly any passage has when it is read closely. */
export const SUREST = 3;

/** What the cross-encoder makes of a passage, with each sentence's share of pointing at the answer: together 1. */
export interface CloselyRead {
  readonly reading: CloseReading;
  readonly sentences: readonly number[];
}

/** Reads a passage together with the question; null where there is nothing to read it with. */
export async function readOneClosely(
  question: string,
  passage: CorpusPassage,
  readClosely: NonNullable<Encoder['readClosely']>,
): Promise<CloselyRead | null> {
  const reading = await readClosely(question, passageParts(passage));
  // The first part is the context.
  return reading && { reading, sentences: sharesOf(reading.parts.slice(1)) };
}
