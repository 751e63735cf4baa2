import type { RankedPassage, Ranking } from './ranking.ts';

/** What speaks for and against an answer among the passages found; what `confidence` is made of. */
export interface Evidence {
  /** Highest cosine among the first three passages. */
  readonly cosine: number;
  /** Late interaction of the first passage. */
  readonly interaction: number;
  /** How far the question's token that the first passage meets worst is from being met. */
  readonly unmet: number;
  /** Mean score of the first three passages, in logits. */
  readonly score: number;
  /** How far the first passage is ahead of those behind the third, in logits. */
  readonly ahead: number;
  /** Share of the question's concepts that the first passage says with its context, weighted by rarity. */
  readonly share: number;
  /** The same of its names and numbers. */
  readonly names: number;
  /** Rarity of the concept that the first passage misses most. */
  readonly missing: number;
  /** The same as a share of the rarity of all the question's concepts. */
  readonly missingShare: number;
  /** 1 where the first passage states what is asked about the letter itself. */
  readonly stated: number;
  /** Log-odds of an answer, by whether the kind of thing asked for stands in the first passage. */
  readonly answerType: number;
}

/** Null where nothing was found. */
export function evidenceFor({ passages, coverage }: Ranking): Evidence | null {
  const [first] = passages;
  if (!first || !coverage) return null;
  const best = passages.slice(0, 3);
  return {
    cosine: Math.max(...best.map(({ signals }) => signals.cosine)),
    interaction: first.signals.interaction,
    unmet: first.unmet ?? coverage.missingShare,
    score: best.reduce((sum, { score }) => sum + score, 0) / best.length,
    ahead: ahead(passages),
    share: coverage.share,
    names: coverage.names,
    missing: coverage.missing,
    missingShare: coverage.missingShare,
    stated: Math.max(0, first.signals.part),
    answerType: first.signals.answerType,
  };
}

/**
 * The logit of the first passage's share against those behind the third, -5 to 5. The next two often say the same in
 * another letter, which is no reason for doubt.
 */
function ahead([first, ...others]: readonly RankedPassage[]): number {
  const rest = others.slice(2).reduce((sum, { score }) => sum + Math.exp(score - (first?.score ?? 0)), 0);
  return Math.max(-5, Math.min(5, -Math.log(rest + 1e-9)));
}
