import { z } from 'zod';
import { phrases } from '../analysis/phrases.ts';
import { weightsOf } from '../weights.ts';
import { COUNT, DURATION, MONEY, NO_COUNT, REASON, SHARE, SOMEBODY, WHEN } from './answering-terms.ts';
import { ASKING } from './asking-terms.ts';

/** The first whose words a question holds is asked for. */
const ANSWER_TYPES = Object.keys(ASKING) as readonly (keyof typeof ASKING)[];

/** What kind of thing a question asks for, where a sentence can be seen to hold one. */
export type AnswerType = keyof typeof ASKING;

const ASKS = ANSWER_TYPES.map((type) => ({ type, asks: phrases(ASKING[type]) }));

/** What a question asks for; null where it asks for anything else. */
export function answerTypeOf(question: string): AnswerType | null {
  return ASKS.find(({ asks }) => asks(question))?.type ?? null;
}

/** Words that begin a sentence have a capital without being names. */
const SENTENCE_OPENING = /(?:^|[.!?:;]\s+|•\s*)[“"(]*\p{Lu}\p{L}*/gu;
const CAPITAL_WORD = /\p{Lu}[\p{L}-]/u;

const HOLDS: Readonly<Record<AnswerType, (text: string) => boolean>> = {
  address: (text) => /https?:|www\./i.test(text),
  share: SHARE,
  money: MONEY,
  duration: DURATION,
  when: WHEN,
  count: (text) => COUNT(text.replace(NO_COUNT, ' ')),
  named: holdsName,
  where: holdsName,
  who: (text) => holdsName(text) || SOMEBODY(text),
  reason: REASON,
};

function holdsName(text: string): boolean {
  return CAPITAL_WORD.test(text.replace(SENTENCE_OPENING, ' '));
}

/** Whether a text holds something of the kind that is asked for. */
export function holds(text: string, type: AnswerType): boolean {
  return HOLDS[type](text);
}

/** Where the kind of thing that is asked for stands: in the sentence that answers best, elsewhere in its passage, nowhere. */
export const STANDINGS = ['sentence', 'passage', 'nowhere'] as const;
export type Standing = (typeof STANDINGS)[number];

export function standingOf(sentence: string, passage: string, type: AnswerType): Standing {
  if (holds(sentence, type)) return 'sentence';
  return holds(passage, type) ? 'passage' : 'nowhere';
}

/**
 * How much more often that is so of the first passage of a question that is answered than of one that is not, as the
 * logarithm of the ratio.
 */
const EVIDENCE = weightsOf('answerType', z.record(z.enum(ANSWER_TYPES), z.record(z.enum(STANDINGS), z.number())));

/** The evidence that a passage answers a question that asks for something of a kind, in log-odds. */
export function evidenceOf(type: AnswerType, where: Standing): number {
  return EVIDENCE[type][where];
}
