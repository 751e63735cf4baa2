import path from 'node:path';
import { z } from 'zod';
import type { Encoder } from '../../src/encoder/types.ts';
import { embed, searchable } from './corpus.ts';
import { readJsonLines } from './json-lines.ts';
import { scoresOf } from './metrics.ts';
import { outcomesOf } from './outcomes.ts';
import type { EvalQuestion } from './questions.ts';
import { OURS, type Report, reportOf } from './report.ts';
import { ALONE, briefwijzer, miniSearch } from './systems.ts';
import { paragraph } from './written.ts';

/** Longest beginning of an article that is searched: longer ones are lists. */
const LONGEST = 900;

const articleSchema = z.object({ heading: z.string(), text: z.string() });

/**
 * Headings of laws as questions, their texts as the passages: letters nobody has seen, of another kind.
 * @param folder with the `headings.jsonl` that training/retrieval/holdout.py wrote
 */
export async function laws(folder: string, encoder: Encoder): Promise<Report> {
  const articles = await readJsonLines(path.join(folder, 'headings.jsonl'), articleSchema);
  const letters = articles.map(({ text }, i) => paragraph(`a${i}`, text.slice(0, LONGEST)));
  const questions = articles.map(({ heading, text }, i): EvalQuestion => {
    const gold = [{ file: `a${i}`, start: 0, end: Math.min(LONGEST, text.length) }];
    return { id: `a${i}`, lang: 'nl', type: 'heading', question: heading, gold, acceptable: [] };
  });
  const all = searchable(await embed(letters, encoder));
  const systems = [
    miniSearch(letters, false),
    miniSearch(letters, true),
    ...ALONE.map(([name, variant]) => briefwijzer(name, all, variant)),
    briefwijzer(OURS, all, { readFilters: false }),
  ];
  const rows = [];
  for (const system of systems) {
    const { hit1, hit3, hit5, mrr } = scoresOf(await outcomesOf(system, questions));
    rows.push([system.name, ...[hit1, hit3, hit5, mrr].map((value) => value.toFixed(3))]);
  }
  const title = `${letters.length} articles of laws, their headings as questions`;
  return reportOf('laws', [title, [['system', 'hit@1', '@3', '@5', 'MRR'], ...rows]]);
}
