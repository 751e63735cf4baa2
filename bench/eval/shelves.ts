import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '../../src/encoder/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import { evidenceFor } from '../../src/retrieval/evidence.ts';
import { answerTypeOf } from '../../src/retrieval/question/answer-type.ts';
import { search } from '../../src/retrieval/retriever.ts';
import { corpusOf, dataOf, encodeCorpus } from './corpus.ts';
import { auroc, type Outcome, shareBelow } from './metrics.ts';
import { outcomesOf } from './outcomes.ts';
import { readQuestions } from './questions.ts';
import { breakdown, comparison, refusals, THRESHOLDS, table } from './report.ts';
import { briefwijzer, miniSearch, type System } from './systems.ts';

/**
 * Measures on shelves (`training/retrieval/shelves.py`): each a small collection of documents on one subject, with questions that
 * it answers and questions that it does not.
 * @param evidenceFile where to write what `confidence` is fitted on (`training/retrieval/confidence.py`), one question a line.
 */
export async function shelves(folder: string, encoder: Encoder, evidenceFile?: string): Promise<string> {
  const names = (await readdir(folder)).sort();
  const found = new Map<string, Outcome[]>();
  const evidence: string[] = [];
  for (const name of names) {
    const { letters } = await readLetters(path.join(folder, name, 'letters'));
    const questions = await readQuestions(path.join(folder, name, 'questions.jsonl'), letters);
    const corpus = corpusOf(letters);
    const data = dataOf(corpus, await encodeCorpus(corpus, encoder));
    const systems: System[] = [miniSearch(letters, true), briefwijzer('Briefwijzer', corpus, data, encoder)];
    for (const system of systems) {
      found.set(system.name, [...(found.get(system.name) ?? []), ...(await outcomesOf(system, questions))]);
    }
    if (!evidenceFile) continue;
    for (const { question, rank } of found.get('Briefwijzer')!.slice(-questions.length)) {
      const searched = await search({ corpus, data, encoder }, { question: question.question });
      if (!('ranking' in searched)) continue;
      const known = evidenceFor(searched.ranking);
      if (!known) continue;
      const asks = answerTypeOf(searched.text);
      const { standing = null } = searched.ranking.passages[0] ?? {};
      const answerable = question.gold.length > 0;
      evidence.push(
        `${JSON.stringify({ shelf: name, type: question.type, answerable, rank, asks, standing, evidence: known })}\n`,
      );
    }
  }
  if (evidenceFile) await writeFile(evidenceFile, evidence.join(''));
  const own = found.get('Briefwijzer') ?? [];
  return [
    `${names.length} shelves, ${own.length} questions`,
    comparison([...found].map(([name, outcomes]) => ({ name, outcomes }))),
    refusals(own),
    refusalsByKind(own),
    breakdown(own, 'type', ({ question }) => [question.type]),
    breakdown(own, 'shelf', ({ question }) => [question.id.split('-')[0] ?? '']),
  ].join('\n\n');
}

/** Refused shares at several thresholds: of answerable questions, and of each kind of unanswerable one. */
function refusalsByKind(outcomes: readonly Outcome[]): string {
  const answerable = outcomes.filter(({ question }) => question.gold.length > 0);
  const kinds = [...new Set(outcomes.filter(({ question }) => question.gold.length === 0).map((o) => o.question.type))];
  const groups = kinds.map((kind) => outcomes.filter(({ question }) => question.type === kind));
  const below = (some: readonly Outcome[], limit: number) =>
    shareBelow(
      some.map(({ answer }) => answer.confidence),
      limit,
    ).toFixed(2);
  return table([
    ['refused below', 'answerable', ...kinds],
    ...THRESHOLDS.map((limit) => [
      String(limit),
      below(answerable, limit),
      ...groups.map((group) => below(group, limit)),
    ]),
    ['AUROC', '', ...groups.map((group) => auroc(answerable, group).toFixed(3))],
  ]);
}
