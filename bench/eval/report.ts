import { auroc, type Outcome, percentile, type Scores, scoresOf } from './metrics.ts';

/** Rows of cells, the first one with the names of the columns; the first column names the row. */
export type Table = readonly (readonly string[])[];

/** A table for the terminal: the first column is flush left. */
export function plain(rows: Table): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const line = (row: readonly string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(width(i)) : cell.padStart(width(i)))).join('  ');
  return rows.map(line).join('\n');
}

/** A table for Markdown; shares without the zero in front, the row of the whole system in bold. */
export function markdown(rows: Table): string {
  const short = (cell: string) => cell.replace(/^0(?=\.\d)/, '');
  const line = (row: readonly string[]) => {
    const bold = row[0] === OURS ? '**' : '';
    return `| ${row.map((cell) => `${bold}${short(cell)}${bold}`).join(' | ')} |`;
  };
  const [head = [], ...body] = rows;
  return [line(head), `|${'---|'.repeat(head.length)}`, ...body.map(line)].join('\n');
}

/** What one measurement gave. */
export interface Report {
  /** Where it stands in RESULTS.md: between the marks of this name. */
  readonly name: string;
  readonly forTerminal: string;
  readonly forResults: string;
}

/**
 * Sentences and tables that go to the terminal and into RESULTS.md.
 * @param more what goes to the terminal alone
 */
export function reportOf(
  name: string,
  blocks: readonly (string | Table)[],
  { more = [] }: { readonly more?: readonly string[] } = {},
): Report {
  const written = (show: (rows: Table) => string) =>
    blocks.map((each) => (typeof each === 'string' ? each : show(each)));
  return { name, forTerminal: [...written(plain), ...more].join('\n\n'), forResults: written(markdown).join('\n\n') };
}

/** How tables call the system as it is. */
export const OURS = 'Briefwijzer';

/** Confidences below which questions are refused, to show what each choice costs. */
export const THRESHOLDS = [0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];

const SCORE_COLUMNS = ['hit@1', '@3', '@5', 'MRR'];

/** What one system made of all questions. */
export interface Measured {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
}

/** One row a system: Dutch, then English. */
export function comparison(systems: readonly Measured[]): Table {
  const header = ['system', ...['nl', 'en'].flatMap((lang) => SCORE_COLUMNS.map((column) => `${lang} ${column}`))];
  const rows = systems.map(({ name, outcomes }) => [
    name,
    ...['nl', 'en'].flatMap((lang) => cells(scoresOf(outcomes.filter(({ question }) => question.lang === lang)))),
  ]);
  return [header, ...rows];
}

/** The scores of one system over groups of questions. */
export function breakdown(
  outcomes: readonly Outcome[],
  title: string,
  key: (outcome: Outcome) => readonly string[],
): Table {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) {
    for (const group of key(outcome)) groups.set(group, [...(groups.get(group) ?? []), outcome]);
  }
  const rows = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => {
      return [name, String(group.length), ...cells(scoresOf(group))];
    });
  return [[title, 'questions', ...SCORE_COLUMNS], ...rows];
}

/** Refusals, how well confidence tells, and how often someone who asks sees the answer. */
export function refusals(outcomes: readonly Outcome[]): string {
  const share = (some: readonly Outcome[]) =>
    some.length === 0 ? '-' : (some.filter(({ answer }) => !answer.answered).length / some.length).toFixed(2);
  const answerable = outcomes.filter(({ question }) => question.gold.length > 0);
  const unanswerable = outcomes.filter(({ question }) => question.gold.length === 0);
  const seen = outcomes.map((each) => (each.answer.answered ? each : { ...each, rank: 0 }));
  const shown = (lang: string) => cells(scoresOf(seen.filter(({ question }) => question.lang === lang))).slice(0, 3);
  return [
    `Refused: ${share(unanswerable)} of the ${unanswerable.length} questions without an answer, ${share(answerable)} of the ${answerable.length} others.`,
    `AUROC of confidence: ${auroc(answerable, unanswerable).toFixed(3)}.`,
    `As a user gets them, refusals counted as misses (hit@1, @3, @5): Dutch ${shown('nl').join(', ')}, English ${shown('en').join(', ')}.`,
  ].join('\n');
}

/** How long questions took, the encoder included. */
export function times(outcomes: readonly Outcome[]): string {
  const all = outcomes.map(({ elapsedMs }) => elapsedMs);
  return `Time a question, encoder included: median ${percentile(all, 0.5).toFixed(1)} ms, 95th percentile ${percentile(all, 0.95).toFixed(1)} ms.`;
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

function cells({ hit1, hit3, hit5, mrr }: Scores): string[] {
  return [hit1.toFixed(2), hit3.toFixed(2), hit5.toFixed(2), mrr.toFixed(3)];
}
