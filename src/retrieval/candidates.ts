import { type Found, fused, type Searched, type Signals, signalsFound } from './fusion.ts';
import { topScores } from './top.ts';
import type { CorpusPassage } from './types.ts';

/** How many passages each search finds, and how many of them are reranked. */
const LIMITS = { lexical: 40, grams: 20, reranked: 24 } as const;
/** Nearest neighbours asked for; more where filters leave passages out afterwards. */
export const NEIGHBOURS = { all: 100, filtered: 400 } as const;

export interface Candidate {
  readonly passage: Found;
  readonly signals: Signals;
}

interface CandidateOptions {
  readonly passages: readonly CorpusPassage[];
  readonly isAllowed: (passage: number) => boolean;
  readonly weights: Signals;
}

/**
 * The passages worth reranking: the best of each search, by what those searches say together. Passages that state what
 * is asked about a letter itself are among them whatever their words.
 */
export function candidates(searched: Searched, { passages, isAllowed, weights }: CandidateOptions): Candidate[] {
  const { lexical, grams, cosines, parts } = searched;
  const stated = parts.asked ? passages.flatMap((each, number) => (parts.of(each) === 1 ? [number] : [])) : [];
  const numbers = new Set([
    ...topScores(lexical, LIMITS.lexical, isAllowed),
    ...topScores(grams, LIMITS.grams, isAllowed),
    ...[...cosines.keys()].filter(isAllowed),
    ...stated.filter(isAllowed),
  ]);
  return [...numbers]
    .flatMap((number) => {
      const each = passages[number];
      if (!each) return [];
      const passage = { ...each, number };
      const signals = signalsFound(searched, passage);
      return [{ passage, signals, score: fused(signals, weights) }];
    })
    .sort((a, b) => b.score - a.score || a.passage.number - b.passage.number)
    .slice(0, LIMITS.reranked);
}
