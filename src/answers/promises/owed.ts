import { contentStems } from '../../retrieval/analysis/content-words.ts';
import type { Sentence } from '../selection/sentences.ts';
import { hasMoment } from './moments.ts';
import { keepsHere, promiseStrength, wasPromised } from './strength.ts';
import { isPromising } from './subject.ts';

/** How many sentences after a promise of before may show that this letter keeps it. */
const SOON = 2;
/** "Het onderzoek loopt nog": the matter comes up, but it is not done. */
const NOT_YET = /\b(?:nog|momenteel|thans|loopt|zal|zullen|verwacht\p{L}*)\b/iu;

/** Whether a sentence promises something that its own letter does not keep. */
export function isOwed({ text, order, section }: Sentence, all: readonly Sentence[]): boolean {
  if (promiseStrength(text) < 1) return false;
  if (!wasPromised(text)) return true;
  const next = all.slice(order + 1, order + 1 + SOON).filter((sentence) => sentence.section === section);
  if (next.some((sentence) => keepsHere(sentence.text))) return false;
  return hasMoment(text) || !next.slice(0, 1).some((sentence) => dealsWith(text, sentence.text));
}

/** Whether a sentence goes straight to the matter that was promised. */
function dealsWith(promise: string, sentence: string): boolean {
  const matter = new Set(contentStems(promise).filter((word) => !isPromising(word)));
  return !NOT_YET.test(sentence) && contentStems(sentence).some((word) => matter.has(word));
}
