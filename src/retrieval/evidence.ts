import type { Coverage } from './lexical/sentence-match.ts';
import { logit } from './logit.ts';
import type { RankedPassage, Ranking } from './ranking.ts';

/** What an answer is judged by. */
interface Shown {
  readonly first: RankedPassage;
  /** Best first. */
  readonly passages: readonly RankedPassage[];
  /** What the first passage says of the question as a whole. */
  readonly coverage: Coverage;
  readonly form: number;
}

interface EvidenceOf {
  /** Whether more of it makes an answer more or less likely; what `confidence` makes of it is never the other way round. */
  readonly speaks: 'for' | 'against';
  readonly of: (shown: Shown) => number;
}

/**
 * How far the words of a question may speak for or against an answer, in log-odds: with their full weight a question for a
 * number or a date was refused where its answer stands there plainly.
 */
const TIPPING = 0.5;

/**
 * What speaks for and against an answer among the passages found; what `confidence` is made of. Adding a piece is adding
 * its line here and fitting anew (training/retrieval/fit.py).
 */
export const EVIDENCE = {
  /** Highest cosine among the first three passages. */
  cosine: {
    speaks: 'for',
    of: ({ passages }) => Math.max(...passages.slice(0, 3).map(({ signals }) => signals.cosine)),
  },
  /** Late interaction of the first passage. */
  interaction: { speaks: 'for', of: ({ first }) => first.signals.interaction },
  /** How far the question's token that the first passage meets worst is from being met. */
  unmet: { speaks: 'against', of: ({ first, coverage }) => first.unmet ?? coverage.missingShare },
  /** Mean score of the first three passages, in logits. */
  score: { speaks: 'for', of: ({ passages }) => mean(passages.slice(0, 3).map(({ score }) => score)) },
  /** How far the first passage is ahead of those behind the third, in logits. */
  ahead: { speaks: 'for', of: ({ first, passages }) => ahead(first, passages.slice(3)) },
  /** Share of the question's concepts that the first passage says with its context, weighted by rarity. */
  share: { speaks: 'for', of: ({ coverage }) => coverage.share },
  /** The same of its names and numbers. */
  names: { speaks: 'for', of: ({ coverage }) => coverage.names },
  /** Rarity of the concept that the first passage misses most. */
  missing: { speaks: 'against', of: ({ coverage }) => coverage.missing },
  /** The same as a share of the rarity of all the question's concepts. */
  missingShare: { speaks: 'against', of: ({ coverage }) => coverage.missingShare },
  /** Log-odds of an answer, by whether the kind of thing asked for stands in the first passage. */
  answerType: { speaks: 'for', of: ({ first }) => first.signals.answerType },
  /** Log-odds of an answer by the question's words alone: enough to tip, never to decide. */
  form: { speaks: 'for', of: ({ form }) => Math.max(-TIPPING, Math.min(TIPPING, form)) },
  /** Log-odds that the first passage answers, as the reader judges it. */
  reading: { speaks: 'for', of: ({ first }) => first.signals.reading },
  /** The mean of the three highest log-odds among all that were read: an answer seldom stands alone. */
  readings: {
    speaks: 'for',
    of: ({ passages }) =>
      mean(
        passages
          .map(({ signals }) => signals.reading)
          .sort((a, b) => b - a)
          .slice(0, 3),
      ),
  },
  /** Log-odds that the first passage speaks of something else altogether. */
  elsewhere: { speaks: 'against', of: ({ first }) => logit(first.reading?.nothing ?? 0.5) },
} as const satisfies Readonly<Record<string, EvidenceOf>>;

export type EvidenceName = keyof typeof EVIDENCE;
export const EVIDENCE_NAMES = Object.keys(EVIDENCE) as readonly EvidenceName[];

export type Evidence = Readonly<Record<EvidenceName, number>> & {
  /** 1 where the first passage states what is asked about the letter itself. Only letters have such parts: it is not fitted. */
  readonly stated: number;
  /** Log-odds that the first passage answers, as the cross-encoder judges it; null where it was not read closely. */
  readonly closely: number | null;
};

/** Null where nothing was found. */
export function evidenceFor({ passages, coverage, form }: Ranking): Evidence | null {
  const [first] = passages;
  if (!first || !coverage) return null;
  const shown: Shown = { first, passages, coverage, form };
  const found = Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, EVIDENCE[name].of(shown)]));
  const closely = first.closeReading && first.signals.closeReading;
  return { ...(found as Record<EvidenceName, number>), stated: Math.max(0, first.signals.part), closely };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * The logit of the first passage's share against those behind the third, -5 to 5. The next two often say the same in
 * another letter, which is no reason for doubt.
 */
function ahead(first: RankedPassage, behind: readonly RankedPassage[]): number {
  const rest = behind.reduce((sum, { score }) => sum + Math.exp(score - first.score), 0);
  return Math.max(-5, Math.min(5, -Math.log(rest + 1e-9)));
}
