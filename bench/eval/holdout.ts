import type { Encoder } from '../../src/encoder/types.ts';
import { confidenceOf } from '../../src/retrieval/confidence.ts';
import { FUSION_WEIGHTS, SIGNAL_NAMES, SIGNALS } from '../../src/retrieval/fusion.ts';
import { type RankedPassage, type Ranking, rank } from '../../src/retrieval/ranking.ts';
import { embed, searchable } from './corpus.ts';
import { type EvidenceRow, evidenceRow } from './evidence.ts';
import { shareBelow } from './metrics.ts';
import { OURS, plain, type Report, reportOf, type Table, THRESHOLDS } from './report.ts';
import type { Searchable } from './systems.ts';
import { KINDS, readWrittenQuestions, type WrittenQuestion } from './written.ts';

const LIKENESS = SIGNAL_NAMES.filter((signal) => SIGNALS[signal].tells === 'likeness');
const NOTHING_NAMED = { weight: new Map(), filters: {}, several: false, absent: false } as const;
const FOLDS = 5;

interface Asked {
  readonly question: WrittenQuestion;
  readonly right: number;
  readonly ranking: Ranking;
  readonly confidence: number;
  /** The confidence when the passage that answers is taken away. */
  readonly without: number;
}

/**
 * Measures on written questions that no encoder was trained on.
 * @param onEvidence told what weights are fitted on, question by question; nothing is gathered without it
 */
export async function holdout(
  folder: string,
  encoder: Encoder,
  onEvidence?: (row: EvidenceRow) => void,
): Promise<Report> {
  const { letters, questions } = await readWrittenQuestions(folder);
  const passages = searchable(await embed(letters, encoder));
  const asked: Asked[] = [];
  for (const question of questions) asked.push(await ask(question, passages));
  if (onEvidence) gather(asked, passages, onEvidence);
  const equal = ({ signals }: RankedPassage) => LIKENESS.reduce((sum, signal) => sum + signals[signal], 0);
  const rows = [
    ['signals', ...KINDS.flatMap((kind) => [`${kind} hit@1`, '@5', 'MRR'])],
    ...LIKENESS.map((signal) => row(`${SIGNALS[signal].name} alone`, asked, ({ signals }) => signals[signal])),
    row('all of these, equal shares', asked, equal),
    row(OURS, asked, ({ score }) => score),
  ];
  const title = `${letters.length} passages, ${questions.length} held-out questions`;
  return reportOf('holdout', [title, rows], { more: [plain(refusalTable(asked))] });
}

async function ask(question: WrittenQuestion, { corpus, data, encoder }: Searchable): Promise<Asked> {
  const { text, language } = question;
  const [encoding] = await encoder.encode([[text]], 'query');
  const vector = encoding?.vector ?? new Float32Array(encoder.dimension);
  const tokens = encoding?.tokens?.[0] ?? null;
  const encoded = { text, subject: text, language, vector, tokens };
  const right = corpus.passages.findIndex(({ passage }) => passage.id === question.passage);
  const named = { ...NOTHING_NAMED, subject: text };
  const options = {
    corpus,
    data,
    named,
    weights: FUSION_WEIGHTS,
    read: encoder.read,
    readClosely: encoder.readClosely,
  };
  const ranking = await rank(encoded, { ...options, isAllowed: null });
  const without = await rank(encoded, { ...options, isAllowed: (passage) => passage !== right });
  return { question, right, ranking, confidence: confidenceOf(ranking), without: confidenceOf(without) };
}

/** All kinds of questions about one passage are in one group. */
function gather(asked: readonly Asked[], { data }: Searchable, onEvidence: (row: EvidenceRow) => void): void {
  const order = new Map([...new Set(asked.map(({ question }) => question.passage))].map((passage, i) => [passage, i]));
  for (const { question, right, ranking } of asked) {
    const group = `fold ${(order.get(question.passage) ?? 0) % FOLDS}`;
    const rank = ranking.passages.findIndex(({ passage }) => passage === right) + 1;
    const about = {
      set: 'holdout',
      group,
      type: question.kind,
      language: question.language,
      answerable: true,
      rank,
    } as const;
    const found = evidenceRow(about, question.text, ranking, data.lexicon, (passage) => passage === right);
    if (found) onEvidence(found);
  }
}

function row(name: string, asked: readonly Asked[], score: (passage: RankedPassage) => number): string[] {
  const cells = KINDS.flatMap((kind) => {
    const ranks = asked
      .filter(({ question }) => question.kind === kind)
      .map(({ ranking: { passages }, right }) => {
        const own = passages.find(({ passage }) => passage === right);
        return own ? 1 + passages.filter((other) => score(other) > score(own)).length : 0;
      });
    const mean = (value: (rank: number) => number) =>
      ranks.reduce((sum, r) => sum + value(r), 0) / Math.max(1, ranks.length);
    const within = (k: number) => mean((r) => (r > 0 && r <= k ? 1 : 0)).toFixed(3);
    return [within(1), within(5), mean((r) => (r > 0 && r <= 10 ? 1 / r : 0)).toFixed(3)];
  });
  return [name, ...cells];
}

function refusalTable(asked: readonly Asked[]): Table {
  const rows = THRESHOLDS.map((limit) => [
    String(limit),
    ...KINDS.flatMap((kind) => {
      const some = asked.filter(({ question }) => question.kind === kind);
      return [
        shareBelow(
          some.map((each) => each.confidence),
          limit,
        ).toFixed(2),
        shareBelow(
          some.map((each) => each.without),
          limit,
        ).toFixed(2),
      ];
    }),
  ]);
  return [['refused below', ...KINDS.flatMap((kind) => [`${kind} answerable`, 'taken away'])], ...rows];
}
