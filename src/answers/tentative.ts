import { SURE } from '../retrieval/confidence.ts';
import type { Answer } from './schema.ts';

/** Whether an answer may well be none: its quotes are shown, and said not to be sure. */
export function isTentative({ answered, confidence }: Pick<Answer, 'answered' | 'confidence'>): boolean {
  return answered && confidence < SURE;
}
