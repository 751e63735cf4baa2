/**
 * The numbers of the highest scores, best first; scores of 0 or less are left out, equal ones in order of number.
 * @param isAllowed leaves numbers out before they are counted.
 */
export function topScores(
  scores: Float32Array,
  count: number,
  isAllowed: (index: number) => boolean = () => true,
): number[] {
  const kept: { readonly index: number; readonly score: number }[] = [];
  let floor = 0;
  scores.forEach((score, index) => {
    if (!(score > floor) || !isAllowed(index)) return;
    const better = kept.findIndex((other) => other.score < score);
    kept.splice(better < 0 ? kept.length : better, 0, { index, score });
    if (kept.length > count) kept.pop();
    if (kept.length === count) floor = kept.at(-1)?.score ?? floor;
  });
  return kept.map(({ index }) => index);
}

/** The highest of some numbers that are not below 0; 0 of none. */
export function highest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 0; i < values.length; i++) best = Math.max(best, values[i] ?? 0);
  return best;
}
