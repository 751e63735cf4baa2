import type { Ranking } from './ranking.ts';
import type { ReasonCode } from './types.ts';

/** How likely it is that the first passage answers, 0 to 1. */
export function confidenceOf({ passages }: Ranking): number {
  const first = passages[0]?.signals;
  if (!first) return 0;
  const logit = -3 + 4 * first.lexical + 4 * first.interaction + 2 * first.sentence;
  return 1 / (1 + Math.exp(-logit));
}

/** Why a question is not answered: its subject is missing, or its subject is there and the answer is not. */
export function reasonOf({ passages }: Ranking): ReasonCode {
  const first = passages[0]?.signals;
  return first && first.sentence + first.interaction > 0.5 ? 'not_in_letters' : 'off_topic';
}
