import { contentStems } from '../../retrieval/analysis/content-words.ts';
import { cosine, type EmbeddedSentence } from '../selection/sentences.ts';

/** Two sentences of the same matter. */
export interface Aligned {
  readonly earlier: EmbeddedSentence;
  readonly later: EmbeddedSentence;
}

/** What sharing all words, and the same heading, add to the cosine. */
const WORDS = 0.5;
const HEADING = 0.15;
/** How far above the average pair two sentences must lie, in standard deviations: encoders differ in what is alike. */
const ABOVE = 1;
/** Words in common beside those of the subject; one is chance. */
const LEAST_SHARED = 2;

/**
 * Pairs sentences of two sides that speak of the same matter, each at most once, the most alike first. How alike is alike
 * enough is measured against all pairs, and words have to be shared.
 */
export function align(
  earlier: readonly EmbeddedSentence[],
  later: readonly EmbeddedSentence[],
  subject: string,
): readonly Aligned[] {
  const ofSubject = new Set(contentStems(subject));
  const bag = ({ text }: EmbeddedSentence) => new Set(contentStems(text).filter((word) => !ofSubject.has(word)));
  const bags = new Map([...earlier, ...later].map((sentence) => [sentence, bag(sentence)]));
  const pairs = earlier.flatMap((a) => later.map((b) => weigh(a, b, bags)));
  const mean = pairs.reduce((sum, { alike }) => sum + alike, 0) / Math.max(1, pairs.length);
  const spread = Math.sqrt(pairs.reduce((sum, { alike }) => sum + (alike - mean) ** 2, 0) / Math.max(1, pairs.length));
  const used = new Set<EmbeddedSentence>();
  return pairs
    .filter(({ alike, shared }) => shared >= LEAST_SHARED && alike >= mean + ABOVE * spread)
    .sort((a, b) => b.alike - a.alike)
    .filter(({ earlier: a, later: b }) => {
      if (used.has(a) || used.has(b)) return false;
      used.add(a).add(b);
      return true;
    });
}

function weigh(a: EmbeddedSentence, b: EmbeddedSentence, bags: ReadonlyMap<EmbeddedSentence, ReadonlySet<string>>) {
  const [x, y] = [bags.get(a) ?? new Set<string>(), bags.get(b) ?? new Set<string>()];
  const shared = [...x].filter((word) => y.has(word)).length;
  const words = shared / Math.max(1, Math.min(x.size, y.size));
  const alike = cosine(a.vector, b.vector) + WORDS * words + (heading(a) === heading(b) ? HEADING : 0);
  return { earlier: a, later: b, shared, alike };
}

function heading({ letter, section }: EmbeddedSentence): string | null {
  return letter.sections[section]?.title?.toLowerCase() ?? null;
}
