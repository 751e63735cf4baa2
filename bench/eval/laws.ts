import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Encoder } from '../../src/encoder/types.ts';
import { FUSION_WEIGHTS } from '../../src/retrieval/fusion.ts';
import { corpusOf, dataOf, encodeCorpus } from './corpus.ts';
import { paragraph } from './holdout-texts.ts';
import { scoresOf } from './metrics.ts';
import { outcomesOf } from './outcomes.ts';
import type { EvalQuestion } from './questions.ts';
import { table } from './report.ts';
import { briefwijzer, miniSearch, only } from './systems.ts';

const SAMPLE = 2_000;
/** Longest beginning of an article that is searched: longer ones are lists. */
const LONGEST = 900;

interface Article {
  readonly heading: string;
  readonly text: string;
}

/** Headings of laws as questions, their texts as the passages: letters nobody has seen, of another kind. */
export async function laws(file: string, encoder: Encoder): Promise<string> {
  const articles = heldOut(gunzipSync(await readFile(file)).toString('utf8'));
  const letters = articles.map(({ text }, i) => paragraph(`a${i}`, text.slice(0, LONGEST)));
  const questions = articles.map(({ heading, text }, i): EvalQuestion => {
    const gold = [{ file: `a${i}`, start: 0, end: Math.min(LONGEST, text.length) }];
    return { id: `a${i}`, lang: 'nl', type: 'heading', question: heading, gold, acceptable: [] };
  });
  const corpus = corpusOf(letters);
  const data = dataOf(corpus, await encodeCorpus(corpus, encoder));
  const systems = [
    miniSearch(letters, false),
    miniSearch(letters, true),
    briefwijzer('cosine alone', corpus, data, encoder, only('cosine')),
    briefwijzer('BM25 alone', corpus, data, encoder, only('lexical')),
    briefwijzer('Briefwijzer', corpus, data, encoder, { weights: FUSION_WEIGHTS, readFilters: false }),
  ];
  const rows = [];
  for (const system of systems) {
    const { hit1, hit3, hit5, mrr } = scoresOf(await outcomesOf(system, questions));
    rows.push([system.name, ...[hit1, hit3, hit5, mrr].map((value) => value.toFixed(3))]);
  }
  return `${letters.length} articles of laws, their headings as questions\n\n${table([['system', 'hit@1', 'hit@3', 'hit@5', 'MRR@10'], ...rows])}`;
}

/** The articles that training leaves out: the rule of training/texts/split.py. */
function heldOut(tsv: string): Article[] {
  const rows = [...new Set(tsv.split('\n').map((line) => line.replace(/\r$/, '')))]
    .map((line) => line.split('\t'))
    .filter((row) => row.length >= 3 && row[2]!.length >= 60)
    .map(([heading = '', law = '', text = '']) => ({ heading, text, hash: sha1(`${law}\t${heading}\t${text}`) }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const chosen: Article[] = [];
  const texts = new Set<string>();
  const headings = new Set<string>();
  for (const { heading, text } of rows) {
    const fits = heading.length >= 12 && heading.length <= 120 && text.length >= 120;
    if (!fits || texts.has(text) || headings.has(heading.toLowerCase())) continue;
    chosen.push({ heading, text });
    texts.add(text);
    headings.add(heading.toLowerCase());
    if (chosen.length === SAMPLE) break;
  }
  return chosen;
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
