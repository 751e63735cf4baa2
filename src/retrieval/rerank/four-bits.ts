/** The largest number that four bits with a sign hold on both sides of nothing. */
const LARGEST = 7;

/** Bytes of a row of `dimension` numbers, two numbers a byte. */
export const packedLength = (dimension: number): number => Math.ceil(dimension / 2);

/**
 * Writes a vector's direction in four bits a number: the number farthest from nothing becomes 7 or -7, the others in
 * proportion. On token vectors this costs nothing in what is found (bench/eval/RESULTS.md).
 * @param largest the largest absolute value of `vector`, above 0
 */
export function packRow(vector: Float32Array, largest: number, into: Uint8Array, at: number): void {
  // Plain loops, here and below: every token of every passage comes by.
  for (let i = 0; i < vector.length; i++) {
    const number = Math.round((vector[i]! / largest) * LARGEST) & 15;
    into[at + (i >> 1)]! |= i % 2 === 0 ? number : number << 4;
  }
}

/** What `packRow` wrote, as numbers from -7 to 7. */
export function unpackRow(packed: Uint8Array, from: number, into: Int8Array, at: number, dimension: number): void {
  for (let i = 0; i < dimension; i++) {
    const byte = packed[from + (i >> 1)]!;
    // Shifted up and down again, a number gets its sign back.
    into[at + i] = i % 2 === 0 ? (byte << 28) >> 28 : (byte << 24) >> 28;
  }
}
