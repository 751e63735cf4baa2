import { fused, NO_SIGNALS, type Signals } from './fusion.ts';
import { topScores } from './top.ts';

/** How many passages each search finds, and how many of them are reranked. */
const LIMITS = { lexical: 40, grams: 20, reranked: 24 } as const;
/** Nearest neighbours asked for; more where filters leave passages out afterwards. */
export const NEIGHBOURS = { all: 100, filtered: 400 } as const;

/** What the first searches say of a passage. */
export interface FirstSignals {
  readonly lexical: Float32Array;
  readonly grams: Float32Array;
  /** Of the nearest neighbours only. */
  readonly cosines: ReadonlyMap<number, number>;
  readonly named: (passage: number) => number;
  readonly part: (passage: number) => number;
  readonly isAllowed: (passage: number) => boolean;
  /** Passages that state what is asked about a letter itself: candidates whatever their words. */
  readonly stated: readonly number[];
}

export interface Candidate {
  readonly passage: number;
  readonly signals: Signals;
}

/** The passages worth reranking: the best of each search, by what those searches say together. */
export function candidates(found: FirstSignals, weights: Readonly<Signals>): Candidate[] {
  const { lexical, grams, cosines, isAllowed } = found;
  const farthest = Math.min(...cosines.values(), 1);
  const passages = new Set([
    ...topScores(lexical, LIMITS.lexical, isAllowed),
    ...topScores(grams, LIMITS.grams, isAllowed),
    ...[...cosines.keys()].filter(isAllowed),
    ...found.stated.filter(isAllowed),
  ]);
  return [...passages]
    .map((passage) => {
      const signals: Signals = {
        ...NO_SIGNALS,
        lexical: lexical[passage]!,
        grams: grams[passage]!,
        cosine: cosines.get(passage) ?? farthest,
        named: found.named(passage),
        part: found.part(passage),
      };
      return { passage, signals, score: fused(signals, weights) };
    })
    .sort((a, b) => b.score - a.score || a.passage - b.passage)
    .slice(0, LIMITS.reranked);
}
