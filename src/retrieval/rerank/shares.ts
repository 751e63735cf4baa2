/**
 * How strongly sentences point at the answer, as shares that are 1 together; 0 for those of which nothing was read.
 * @param logits of each sentence; null where nothing of it was read
 */
export function sharesOf(logits: readonly (number | null)[]): number[] {
  const powers = logits.map((logit) => (logit === null ? 0 : Math.exp(logit)));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => (sum > 0 ? power / sum : 0));
}
