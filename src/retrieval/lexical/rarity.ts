import { listedStems } from '../analysis/listed-stems.ts';
import { wordList } from '../analysis/word-list.ts';
import type { Language } from '../types.ts';

/** Paragraphs per million that an unlisted word is taken to occur in. */
const UNLISTED = 3;
/** General paragraphs that are added to a corpus, in number, when asking how rare a term is. */
const PRIOR = 300;
/** No word tells more than this. */
const RAREST = 8;

/** Share of general paragraphs that hold a word: 0 to 1. */
export function generalShare(word: string, language: Language): number {
  return (wordList(language).get(word) ?? UNLISTED) / 1e6;
}

/** Share of general Dutch paragraphs that hold any word of a stem, for all stems at once. */
export function stemShares(stems: readonly string[]): number[] {
  const listed = listedStems();
  return stems.map((each) => Math.min(1, (listed.get(each)?.frequency ?? UNLISTED) / 1e6));
}

/**
 * Inverse document frequency where general text stands in for some more passages, so that a common word that a small
 * corpus happens to lack is no rarity.
 */
export function rarity(documents: number, passages: number, share: number): number {
  const smoothed = (documents + PRIOR * share) / (passages + PRIOR);
  return Math.min(RAREST, Math.log(1 + (1 - Math.min(1, smoothed)) / Math.max(smoothed, 1e-6)));
}
