/** Farthest from zero that log-odds go: no model is surer than that. */
const FARTHEST = 6;

/** The log-odds of a share of 0 to 1, -6 to 6. */
export function logit(share: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, Math.log(share / (1 - share))));
}
