/** The largest number that eight bits with a sign hold on both sides of nothing. */
const LARGEST = 127;

/** A vector's direction in eight bits a number: the number farthest from nothing becomes 127 or -127. */
export function packVector(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  if (!(largest > 0) || !Number.isFinite(largest)) return new Int8Array(vector.length);
  return Int8Array.from(vector, (value) => Math.round((value / largest) * LARGEST));
}

/** What `packVector` wrote, at unit length; zeros for a vector without a direction. */
export function unpackVector(packed: Int8Array): Float32Array {
  let squares = 0;
  for (const value of packed) squares += value * value;
  const norm = Math.sqrt(squares) || 1;
  return Float32Array.from(packed, (value) => value / norm);
}
