import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '../../src/encoder/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import { Problem } from '../../src/problem.ts';
import { search } from '../../src/retrieval/search.ts';
import { embed, searchable } from './corpus.ts';
import { type EvidenceRow, evidenceRow } from './evidence.ts';
import { auroc, isHit, type Outcome, shareBelow } from './metrics.ts';
import { outcomesOf } from './outcomes.ts';
import { type EvalQuestion, type Place, placeOf, readQuestions } from './questions.ts';
import {
  breakdown,
  comparison,
  OURS,
  plain,
  type Report,
  refusals,
  reportOf,
  type Table,
  THRESHOLDS,
  times,
} from './report.ts';
import { briefwijzer, miniSearch, type Searchable } from './systems.ts';

/**
 * Measures on shelves (`training/retrieval/shelves.py`): each a small collection of documents on one subject, with
 * questions that it answers and questions that it does not.
 * @param onEvidence told what weights are fitted on, question by question; nothing is gathered without it
 */
export async function shelves(
  folder: string,
  encoder: Encoder,
  onEvidence?: (row: EvidenceRow) => void,
): Promise<Report> {
  const names = await shelvesIn(folder);
  const others: Outcome[] = [];
  const own: Outcome[] = [];
  for (const name of names) {
    const { letters } = await readLetters(path.join(folder, name, 'letters'));
    const questions = await readQuestions(path.join(folder, name, 'questions.jsonl'), letters);
    const shelf = searchable(await embed(letters, encoder));
    const keywords = miniSearch(letters, true);
    others.push(...(await outcomesOf(keywords, questions)));
    const outcomes = await outcomesOf(briefwijzer(OURS, shelf), questions);
    own.push(...outcomes);
    if (onEvidence) for (const outcome of outcomes) await gather(name, outcome, shelf, onEvidence);
  }
  const measured = [
    { name: 'MiniSearch, Dutch stemming, 1000/200 chunks', outcomes: others },
    { name: OURS, outcomes: own },
  ];
  const answerable = own.filter(({ question }) => question.gold.length > 0);
  const byType = breakdown(answerable, 'type', ({ question }) => [question.type]);
  return reportOf('shelves', [`${names.length} shelves, ${own.length} questions`, comparison(measured), byType], {
    more: [
      refusals(own),
      times(own),
      plain(refusalsByKind(own)),
      plain(breakdown(answerable, 'shelf', ({ question }) => [question.id.split('-')[0] ?? ''])),
    ],
  });
}

async function shelvesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (cause) {
    throw new Problem(`${folder} can't be read; python -m training.retrieval.shelves makes it.`, { cause });
  }
}

async function gather(
  group: string,
  { question, rank }: Outcome,
  shelf: Searchable,
  onEvidence: (row: EvidenceRow) => void,
): Promise<void> {
  const found = await search(shelf, { question: question.question });
  if (!('ranking' in found)) return;
  const right = (passage: number) => {
    const each = shelf.corpus.passages[passage];
    return each !== undefined && answers(question, placeOf(each));
  };
  const { type, lang: language, gold } = question;
  const about = { set: 'shelves', group, type, language, answerable: gold.length > 0, rank } as const;
  const row = evidenceRow(about, found.text, found.ranking, shelf.data.lexicon, right);
  if (row) onEvidence(row);
}

function answers({ gold, acceptable }: EvalQuestion, place: Place): boolean {
  return [...gold, ...acceptable].some((quote) => isHit(place, quote));
}

/** Refused shares at several thresholds: of answerable questions, and of each kind of unanswerable one. */
function refusalsByKind(outcomes: readonly Outcome[]): Table {
  const answerable = outcomes.filter(({ question }) => question.gold.length > 0);
  const kinds = [...new Set(outcomes.filter(({ question }) => question.gold.length === 0).map((o) => o.question.type))];
  const groups = kinds.map((kind) => outcomes.filter(({ question }) => question.type === kind));
  const below = (some: readonly Outcome[], limit: number) =>
    shareBelow(
      some.map(({ answer }) => answer.confidence),
      limit,
    ).toFixed(2);
  return [
    ['refused below', 'answerable', ...kinds],
    ...THRESHOLDS.map((limit) => [
      String(limit),
      below(answerable, limit),
      ...groups.map((group) => below(group, limit)),
    ]),
    ['AUROC', '', ...groups.map((group) => auroc(answerable, group).toFixed(3))],
  ];
}
