import type { Ranking } from './ranking.ts';
import type { ReasonCode } from './types.ts';

/**
 * Logistic regression over what is known of the first passage, fitted on questions whose passage is there and on the
 * same and other questions whose passage was taken away (bench/eval/RESULTS.md); the kind of answer is in log-odds
 * already.
 */
const WEIGHTS = {
  bias: -3.8,
  ahead: 0.34,
  interaction: 2,
  cosine: 4.2,
  share: 1.3,
  names: 0.84,
  answerType: 1,
} as const;

/** Below this sum of the share of its concepts and its likeness, a question has nothing to do with the letters. */
const ON_TOPIC = 0.75;

/** How likely it is that the first passage answers, 0 to 1. */
export function confidenceOf({ passages, coverage }: Ranking): number {
  const first = passages[0];
  if (!first || !coverage) return 0;
  const { signals } = first;
  const logit =
    WEIGHTS.bias +
    WEIGHTS.ahead * ahead(passages.map((each) => each.score)) +
    WEIGHTS.interaction * signals.interaction +
    WEIGHTS.cosine * signals.cosine +
    WEIGHTS.share * coverage.share +
    WEIGHTS.names * coverage.names +
    WEIGHTS.answerType * signals.answerType;
  return 1 / (1 + Math.exp(-logit));
}

/** Why a question is not answered: its subject is missing, or its subject is there and the answer is not. */
export function reasonOf({ passages, coverage }: Ranking): ReasonCode {
  const first = passages[0];
  if (!first || !coverage) return 'off_topic';
  return coverage.share + first.signals.interaction >= ON_TOPIC ? 'not_in_letters' : 'off_topic';
}

/** How far the first passage is ahead of the others: the logit of its share, scores being logits; -5 to 5. */
function ahead(scores: readonly number[]): number {
  const [first = 0, ...others] = scores;
  const rest = others.reduce((sum, score) => sum + Math.exp(score - first), 0);
  return Math.max(-5, Math.min(5, -Math.log(rest + 1e-9)));
}
