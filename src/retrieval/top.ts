/**
 * The numbers of the highest scores, best first; scores of 0 or less are left out, equal ones in order of number.
 * @param isAllowed leaves numbers out before they are counted.
 */
export function topScores(
  scores: Float32Array,
  count: number,
  isAllowed: (index: number) => boolean = () => true,
): number[] {
  const kept: Scored[] = [];
  let floor = 0;
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (!(score > floor) || !isAllowed(index)) continue;
    insert(kept, { index, score });
    if (kept.length > count) kept.pop();
    if (kept.length === count) floor = kept.at(-1)?.score ?? floor;
  }
  return kept.map(({ index }) => index);
}

interface Scored {
  readonly index: number;
  readonly score: number;
}

/** Puts one behind those that are as good. By itself, for a closure in the loop over all scores makes it ten times slower. */
function insert(kept: Scored[], one: Scored): void {
  const better = kept.findIndex((other) => other.score < one.score);
  kept.splice(better < 0 ? kept.length : better, 0, one);
}

/** The highest of some numbers that are not below 0; 0 of none. */
export function highest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 0; i < values.length; i++) best = Math.max(best, values[i] ?? 0);
  return best;
}
