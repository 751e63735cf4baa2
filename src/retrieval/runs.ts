/**
 * Where the items of one number lie in an array that holds those of all numbers one after the other: from `start` up to
 * `end`. `offsets[n]` is where those of `n` begin; nothing lies beyond the last.
 */
export function runOf(offsets: Uint32Array, number: number): { readonly start: number; readonly end: number } {
  return { start: offsets[number] ?? 0, end: offsets[number + 1] ?? 0 };
}

/** The offsets of runs of these lengths. */
export function offsetsOf(lengths: ArrayLike<number>): Uint32Array {
  const offsets = new Uint32Array(lengths.length + 1);
  let total = 0;
  for (let number = 0; number < lengths.length; number++) {
    total += lengths[number] ?? 0;
    offsets[number + 1] = total;
  }
  return offsets;
}
