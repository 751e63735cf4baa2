export interface Extraction {
  /** Share of the words that stand in the reference, as often. */
  readonly precision: number;
  /** Share of the reference's words that were read. */
  readonly recall: number;
  readonly f1: number;
  /** Share of the reference's pairs of neighbouring words that were read as neighbours: reading order. */
  readonly order: number;
}

/** Compares an extracted text with a reference, word by word; line-end hyphens, note marks and case don't count. */
export function measureExtraction(text: string, reference: string): Extraction {
  const read = wordsOf(text);
  const right = wordsOf(reference);
  const shared = overlap(read, right);
  const precision = shared / read.length;
  const recall = shared / right.length;
  const pairs = (words: readonly string[]): string[] => words.slice(1).map((word, i) => `${words[i]} ${word}`);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    order: overlap(pairs(read), pairs(right)) / (right.length - 1),
  };
}

function wordsOf(text: string): string[] {
  const joined = text
    .replace(/[⁰¹²³⁴-⁹]/g, '')
    .normalize('NFKC')
    .replace(/(\p{L})[-\u00ad]\s*\n\s*(?=\p{Ll})/gu, '$1');
  return joined.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many elements two lists share, each counted as often as it stands in both. */
function overlap(one: readonly string[], other: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of one) {
    const left = counts.get(word) ?? 0;
    if (left > 0) shared += 1;
    counts.set(word, left - 1);
  }
  return shared;
}
