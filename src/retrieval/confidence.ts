import type { Ranking } from './ranking.ts';
import type { ReasonCode } from './types.ts';

/**
 * Logistic regression over what is known of the first passage, fitted on questions whose passage is there and on the
 * same and other questions whose passage was taken away (bench/eval/RESULTS.md). Not fitted: the kind of answer, which
 * is in log-odds already, and `stated`, for a part of a letter that states what is asked about the letter itself.
 */
const WEIGHTS = {
  bias: -3.9,
  ahead: 0.31,
  interaction: 2.2,
  cosine: 3.9,
  share: 1,
  names: 0.85,
  answerType: 1,
  stated: 3,
} as const;

/** From this on, a question is about what the letters are about. */
const ON_TOPIC = 0.75;
/** What it adds to that when all its names are found. */
const NAMES_FOUND = 0.3;

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
    WEIGHTS.answerType * signals.answerType +
    WEIGHTS.stated * Math.max(0, signals.part);
  return 1 / (1 + Math.exp(-logit));
}

/** Why a question is not answered: its subject is missing, or its subject is there and the answer is not. */
export function reasonOf(ranking: Ranking): ReasonCode {
  return isOnTopic(ranking) ? 'not_in_letters' : 'off_topic';
}

function isOnTopic({ passages, coverage }: Ranking): boolean {
  const first = passages[0];
  if (!first || !coverage) return false;
  const names = coverage.hasNames ? coverage.names * NAMES_FOUND : 0;
  return first.signals.part > 0 || coverage.share + first.signals.interaction + names >= ON_TOPIC;
}

/**
 * How far the first passage is ahead of those behind the third: the logit of its share, scores being logits; -5 to 5.
 * The next two often say the same in another letter, which is no reason for doubt.
 */
function ahead([first = 0, ...others]: readonly number[]): number {
  const rest = others.slice(2).reduce((sum, score) => sum + Math.exp(score - first), 0);
  return Math.max(-5, Math.min(5, -Math.log(rest + 1e-9)));
}
