import { auroc, type Outcome, percentile, scoresOf } from './metrics.ts';

/** A table of text: the first row names the columns, the first column is flush left. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return rows.map(line).join('\n');
}

/** Confidences below which questions are refused, to show what each choice costs. */
export const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

const SCORE_COLUMNS = ['hit@1', 'hit@3', 'hit@5', 'MRR@10', 'recall@5'];

/** One row a system: Dutch, then English. */
export function comparison(
  systems: readonly { readonly name: string; readonly outcomes: readonly Outcome[] }[],
): string {
  const header = ['system', ...['nl', 'en'].flatMap((lang) => SCORE_COLUMNS.map((column) => `${lang} ${column}`))];
  const rows = systems.map(({ name, outcomes }) => [
    name,
    ...['nl', 'en'].flatMap((lang) => cells(outcomes.filter(({ question }) => question.lang === lang))),
  ]);
  return table([header, ...rows]);
}

/** The scores of one system over groups of questions. */
export function breakdown(
  outcomes: readonly Outcome[],
  title: string,
  key: (outcome: Outcome) => readonly string[],
): string {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    for (const group of key(outcome)) groups.set(group, [...(groups.get(group) ?? []), outcome]);
  }
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      return [name, String(group.length), ...cells(group)];
    });
  return table([[title, 'questions', ...SCORE_COLUMNS], ...rows]);
}

/** Refusals, how well confidence tells, and time. */
export function refusals(outcomes: readonly Outcome[]): string {
  const share = (some: readonly Outcome[]) =>
    some.length === 0 ? '-' : (some.filter(({ answer }) => !answer.answered).length / some.length).toFixed(2);
  const answerable = outcomes.filter(({ question }) => question.gold.length > 0);
  const unanswerable = outcomes.filter(({ question }) => question.gold.length === 0);
  const times = outcomes.map(({ elapsedMs }) => elapsedMs);
  return [
    `refused: ${share(unanswerable)} of ${unanswerable.length} unanswerable, ${share(answerable)} of ${answerable.length} answerable`,
    `AUROC of confidence: ${auroc(answerable, unanswerable).toFixed(3)}`,
    `time a question, encoder included: median ${percentile(times, 0.5).toFixed(1)} ms, 95th percentile ${percentile(times, 0.95).toFixed(1)} ms`,
  ].join('\n');
}

/** The answerable questions whose first result is no hit, with the rank of the first one that is. */
export function misses(outcomes: readonly Outcome[]): string {
  return outcomes
    .filter(({ question, rank }) => question.gold.length > 0 && rank !== 1)
    .map(
      ({ question, rank }) =>
        `${question.id} ${question.lang} ${question.type}: ${rank || 'none'}  ${question.question}`,
    )
    .join('\n');
}

function cells(outcomes: readonly Outcome[]): string[] {
  const { hit1, hit3, hit5, mrr, recall5 } = scoresOf(outcomes);
  return [hit1.toFixed(2), hit3.toFixed(2), hit5.toFixed(2), mrr.toFixed(3), recall5.toFixed(2)];
}
