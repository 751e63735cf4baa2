/**
 * The numbers of the highest scores, best first; scores of 0 or less are left out, equal ones in order of number.
 * @param isAllowed leaves numbers out before they are counted.
 */
export function topScores(
  scores: Float32Array,
  count: number,
  isAllowed: (index: number) => boolean = () => true,
): number[] {
  const kept: number[] = [];
  let floor = 0;
  for (let index = 0; index < scores.length; index++) {
    const score = scores[index]!;
    if (!(score > floor) || !isAllowed(index)) continue;
    let place = kept.length;
    while (place > 0 && scores[kept[place - 1]!]! < score) place--;
    kept.splice(place, 0, index);
    if (kept.length > count) kept.pop();
    if (kept.length === count) floor = scores[kept[count - 1]!]!;
  }
  return kept;
}

/** The highest of some numbers that are not below 0; 0 of none. */
export function highest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 0; i < values.length; i++) best = Math.max(best, values[i] ?? 0);
  return best;
}
