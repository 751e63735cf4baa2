/** Words a shingle: so many words in a row are hardly ever the same by accident. */
const SHINGLE = 4;
/** Hashes a sketch keeps; the estimate's standard error is below 0.03. */
const KEPT = 400;

/** What is left of a text to compare it with others: its smallest shingle hashes, ascending. */
export type Sketch = readonly number[];

/** Sketches a text. Case, layout, note marks and line-end hyphens make no difference. */
export function sketchOf(text: string): Sketch {
  const joined = text.normalize('NFKD').replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, '$1');
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
  const [a, b] = [new Set(one), new Set(other)];
  const both = [...new Set([...one, ...other])].sort((x, y) => x - y).slice(0, KEPT);
  return both.length === 0 ? 0 : both.filter((value) => a.has(value) && b.has(value)).length / both.length;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
