/** Words a shingle: so many words in a row are hardly ever the same by accident. */
const SHINGLE = 4;
/** Hashes a sketch keeps; the estimate's standard error is below 0.03. */
const KEPT = 400;

/** What is left of a text to compare it with others: its smallest shingle hashes, ascending. */
export type Sketch = readonly number[];

/** Sketches a text. Case, layout, note marks and line-end hyphens make no difference. */
export function sketchOf(text: string): Sketch {
  const joined = text.normalize('NFKD').replace(/(\p{L})-[^\S\n]*\n\s*(?=\p{Ll})/gu, '$1');
  const words = joined.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? [];
  const hashes = new Set<number>();
  for (let at = 0; at <= Math.max(0, words.length - SHINGLE); at += 1) {
    hashes.add(hash(words.slice(at, at + SHINGLE).join(' ')));
  }
  return [...hashes].sort((a, b) => a - b).slice(0, KEPT);
}

/**
 * How alike two texts are, 0 to 1: the share of shingles they have in common, estimated from the smallest hashes of
 * both together (A. Broder, "On the resemblance and containment of documents", 1997).
 */
export function resemblance(one: Sketch, other: Sketch): number {
  let [a, b, either, both] = [0, 0, 0, 0];
  while (either < KEPT && (a < one.length || b < other.length)) {
    const [x, y] = [one[a] ?? Number.POSITIVE_INFINITY, other[b] ?? Number.POSITIVE_INFINITY];
    if (x === y) both++;
    if (x <= y) a++;
    if (y <= x) b++;
    either++;
  }
  return either === 0 ? 0 : both / either;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
