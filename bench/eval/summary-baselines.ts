import type { Sentence } from '../../src/answers/selection/sentences.ts';
import { contentStems } from '../../src/retrieval/analysis/content-words.ts';

/** Orders a letter's sentences, the first to be quoted first. */
export type Ranking = (sentences: readonly Sentence[]) => readonly Sentence[];

/** The order of the letter. */
export const lead: Ranking = (sentences) => sentences;

/** LexRank as published (Erkan and Radev 2004): PageRank over edges where the cosine of tf-idf is at least 0.1. */
export const lexRank: Ranking = (sentences) => {
  const bags = sentences.map(({ text }) => contentStems(text));
  const frequency = new Map<string, number>();
  for (const bag of bags) for (const word of new Set(bag)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const vectors = bags.map((bag) => {
    const vector = new Map<string, number>();
    for (const word of bag) {
      const idf = Math.log(sentences.length / (frequency.get(word) ?? 1));
      vector.set(word, (vector.get(word) ?? 0) + idf);
    }
    return vector;
  });
  return byPageRank(sentences, (i, j) => (cosine(vectors[i]!, vectors[j]!) >= 0.1 ? 1 : 0));
};

/** TextRank (Mihalcea and Tarau 2004): PageRank over shared words, divided by the logarithms of the lengths. */
export const textRank: Ranking = (sentences) => {
  const bags = sentences.map(({ text }) => contentStems(text));
  const sets = bags.map((bag) => new Set(bag));
  return byPageRank(sentences, (i, j) => {
    const lengths = Math.log(bags[i]!.length + 1) + Math.log(bags[j]!.length + 1);
    const shared = [...sets[i]!].filter((word) => sets[j]!.has(word)).length;
    return lengths > 0 ? shared / lengths : 0;
  });
};

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const norm = (vector: ReadonlyMap<string, number>) => Math.hypot(...vector.values());
  let dot = 0;
  for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
  return dot === 0 ? 0 : dot / (norm(a) * norm(b));
}

function byPageRank(sentences: readonly Sentence[], weight: (i: number, j: number) => number): readonly Sentence[] {
  const n = sentences.length;
  const edges = sentences.map((_, i) => sentences.map((_, j) => (i === j ? 0 : weight(i, j))));
  const out = edges.map((row) => row.reduce((sum, edge) => sum + edge, 0));
  let rank = new Array<number>(n).fill(1 / n);
  for (let round = 0; round < 50; round++) {
    const flow = (j: number) => rank.reduce((sum, r, i) => sum + (out[i]! > 0 ? (r * edges[i]![j]!) / out[i]! : 0), 0);
    rank = rank.map((_, j) => 0.15 / n + 0.85 * flow(j));
  }
  return [...sentences].sort((a, b) => rank[b.order]! - rank[a.order]!);
}
