import type { Answer } from './schema.ts';

/** Of the answers given with less than this about one in three is none: `confidence` tells how often (bench/eval/RESULTS.md). */
const SURE = 0.75;

/** Whether an answer may well be none: its quotes are shown, and said not to be sure. */
export function isTentative({ answered, confidence }: Pick<Answer, 'answered' | 'confidence'>): boolean {
  return answered && confidence < SURE;
}
