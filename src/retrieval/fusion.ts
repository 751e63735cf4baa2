/** What is known about one passage and one question; most lie between 0 and 1. */
export interface Signals {
  /** BM25 of the question's concepts, as a share of what they could score. */
  readonly lexical: number;
  /** BM25 of character 4-grams, as a share of what they could score. */
  readonly grams: number;
  /** Cosine of the pooled vectors. */
  readonly cosine: number;
  /** Late interaction over the passage with its context. */
  readonly interaction: number;
  /** Share of the question's concepts in the best sentence. */
  readonly sentence: number;
  /** Whether the letter is the one that the question names. */
  readonly named: number;
  /** Whether the part of the letter suits the question: up to 1. */
  readonly part: number;
  /** Whether the best sentence holds what is asked for (a number, a date, an amount), in log-odds; 0 where no such thing is. */
  readonly answerType: number;
}

export const NO_SIGNALS: Readonly<Signals> = {
  lexical: 0,
  grams: 0,
  cosine: 0,
  interaction: 0,
  sentence: 0,
  named: 0,
  part: 0,
  answerType: 0,
};

/** Fitted by logistic regression over the held-out tenth of the written questions and over the shelves (bench/eval/RESULTS.md). */
export const FUSION_WEIGHTS: Readonly<Signals> = {
  lexical: 5.6,
  grams: 1.2,
  cosine: 6.2,
  interaction: 8.2,
  sentence: 4.1,
  named: 3,
  part: 9,
  answerType: 1.4,
};

/** The weighted sum of the signals: higher is better. */
export function fused(signals: Signals, weights: Readonly<Signals> = FUSION_WEIGHTS): number {
  return (
    weights.lexical * signals.lexical +
    weights.grams * signals.grams +
    weights.cosine * signals.cosine +
    weights.interaction * signals.interaction +
    weights.sentence * signals.sentence +
    weights.named * signals.named +
    weights.part * signals.part +
    weights.answerType * signals.answerType
  );
}
