import type { EvalQuestion, Place } from './questions.ts';
import type { SystemAnswer } from './systems.ts';

/** What one system made of one question. */
export interface Outcome {
  readonly question: EvalQuestion;
  readonly answer: SystemAnswer;
  /** Rank of the first hit, from 1; 0 where none of the ten results is one. */
  readonly rank: number;
  readonly elapsedMs: number;
}

export interface Scores {
  readonly questions: number;
  readonly hit1: number;
  readonly hit3: number;
  readonly hit5: number;
  readonly mrr: number;
  /** Share of all gold quotes found in the first five results. */
  readonly recall5: number;
}

/** Whether a result covers at least half of a quote's characters. */
export function isHit(result: Place, quote: Place): boolean {
  const overlap = Math.min(result.end, quote.end) - Math.max(result.start, quote.start);
  return result.file === quote.file && overlap >= (quote.end - quote.start) / 2;
}

export function rankOf({ gold, acceptable }: EvalQuestion, results: readonly Place[]): number {
  const quotes = [...gold, ...acceptable];
  return results.findIndex((result) => quotes.some((quote) => isHit(result, quote))) + 1;
}

/** Scores over the answerable questions among some outcomes. */
export function scoresOf(outcomes: readonly Outcome[]): Scores {
  const answerable = outcomes.filter(({ question }) => question.gold.length > 0);
  const mean = (value: (outcome: Outcome) => number) =>
    answerable.reduce((sum, outcome) => sum + value(outcome), 0) / Math.max(1, answerable.length);
  const within = (k: number) => mean(({ rank }) => (rank > 0 && rank <= k ? 1 : 0));
  return {
    questions: answerable.length,
    hit1: within(1),
    hit3: within(3),
    hit5: within(5),
    mrr: mean(({ rank }) => (rank > 0 ? 1 / rank : 0)),
    recall5: mean(({ question, answer }) => {
      const first = answer.results.slice(0, 5);
      return (
        question.gold.filter((quote) => first.some((result) => isHit(result, quote))).length / question.gold.length
      );
    }),
  };
}

/** How well a score tells answerable questions from the others: the chance that it ranks a random pair rightly. */
export function auroc(outcomes: readonly Outcome[], unanswerable: readonly Outcome[]): number {
  const positives = outcomes.filter(({ question }) => question.gold.length > 0).map(({ answer }) => answer.confidence);
  const negatives = unanswerable.map(({ answer }) => answer.confidence);
  let right = 0;
  for (const p of positives) for (const n of negatives) right += p > n ? 1 : p === n ? 0.5 : 0;
  return right / Math.max(1, positives.length * negatives.length);
}

/** Share of some numbers that lie below a limit; 0 of none. */
export function shareBelow(values: readonly number[], limit: number): number {
  return values.filter((value) => value < limit).length / Math.max(1, values.length);
}

/** The value below which a share of some numbers lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
