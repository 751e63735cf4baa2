/** What is known about one passage and one question; each 0 to about 1. */
export interface Signals {
  /** Concepts of the question, over the most that any passage could score. */
  readonly lexical: number;
  /** Character 4-grams, over the best passage's. */
  readonly grams: number;
  /** Cosine of the pooled vectors. */
  readonly cosine: number;
  /** Late interaction over the passage with its context. */
  readonly interaction: number;
  /** The best sentence alone: concepts, and late interaction. */
  readonly sentence: number;
  readonly sentenceInteraction: number;
  /** Whether the letter is the one that the question names: 0, or up to 1. */
  readonly named: number;
  /** Whether the passage states what the question asks about the letter itself. */
  readonly stated: number;
}

export const FUSION_WEIGHTS: Readonly<Signals> = {
  lexical: 2,
  grams: 0.3,
  cosine: 0.5,
  interaction: 2,
  sentence: 1,
  sentenceInteraction: 1,
  named: 0.6,
  stated: 1,
};

/** The weighted sum of the signals: higher is better. */
export function fused(signals: Signals, weights: Readonly<Signals> = FUSION_WEIGHTS): number {
  return (
    weights.lexical * signals.lexical +
    weights.grams * signals.grams +
    weights.cosine * signals.cosine +
    weights.interaction * signals.interaction +
    weights.sentence * signals.sentence +
    weights.sentenceInteraction * signals.sentenceInteraction +
    weights.named * signals.named +
    weights.stated * signals.stated
  );
}
