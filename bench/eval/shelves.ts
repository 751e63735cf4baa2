import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Encoder } from '../../src/encoder/types.ts';
import { readLetters } from '../../src/letters/read.ts';
import { evidenceFor } from '../../src/retrieval/evidence.ts';
import { answerTypeOf } from '../../src/retrieval/question/answer-type.ts';
import { search } from '../../src/retrieval/retriever.ts';
import { corpusOf, dataOf, encodeCorpus } from './corpus.ts';
import { auroc, type Outcome, rankOf } from './metrics.ts';
import { readQuestions } from './questions.ts';
import { breakdown, comparison, refusals, THRESHOLDS, table } from './report.ts';
import { briefwijzer, miniSearch, type System } from './systems.ts';

/**
 * Measures on shelves (`training/shelves.py`): each a small collection of documents on one subject, with questions that
 * it answers and questions that it does not.
 * @param evidenceFile where to write what `confidence` is fitted on (`training/confidence.py`), one question a line.
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
      const outcomes = found.get(system.name) ?? [];
      for (const question of questions) {
        const begun = performance.now();
        const answer = await system.answer(question.question);
        const rank = rankOf(question, answer.results);
        outcomes.push({ question, answer, rank, elapsedMs: performance.now() - begun });
      }
      found.set(system.name, outcomes);
    }
    if (!evidenceFile) continue;
    for (const { question, rank } of found.get('Briefwijzer')!.slice(-questions.length)) {
      const searched = await search({ corpus, data, encoder }, { question: question.question });
      const known = 'ranking' in searched ? evidenceFor(searched.ranking) : null;
      if (!known || !('ranking' in searched)) continue;
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
    (some.filter(({ answer }) => answer.confidence < limit).length / Math.max(1, some.length)).toFixed(2);
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
