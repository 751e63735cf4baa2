import path from 'node:path';
import { parseArgs } from 'node:util';
import { loadEncoder } from '../../src/encoder/transformers.ts';
import { readLetters } from '../../src/letters/read.ts';
import { packageRoot } from '../../src/package-root.ts';
import { FUSION_WEIGHTS, type Signals } from '../../src/retrieval/fusion.ts';
import { corpusOf, dataOf, encodeCorpus } from './corpus.ts';
import { holdout } from './holdout.ts';
import { laws } from './laws.ts';
import { outcomesOf } from './outcomes.ts';
import { readQuestions } from './questions.ts';
import { breakdown, comparison, misses, refusals } from './report.ts';
import { shelves } from './shelves.ts';
import { showSummaryFigures, summaryFigures } from './summary.ts';
import { briefwijzer, miniSearch, only, type System } from './systems.ts';

const { values, positionals } = parseArgs({
  // `summary` measures summaries by reference points instead.
  allowPositionals: true,
  options: {
    questions: { type: 'string', default: '../shared/eval/questions.jsonl' },
    letters: { type: 'string', default: process.env.LETTERS_DIR ?? 'seeds' },
    model: { type: 'string' },
    /** Reference points for summaries, as JSON lines. */
    points: { type: 'string', default: path.join(packageRoot(), 'bench/eval/summary-points.jsonl') },
    /** A folder with written questions and their passages: measures and fits on the held-out tenth instead. */
    holdout: { type: 'string' },
    /** A folder of shelves (training/retrieval/shelves.py): measures on those instead. */
    shelves: { type: 'string' },
    /** Where to write, for shelves, what `confidence` is fitted on. */
    evidence: { type: 'string' },
    /** `heading-text.nl.tsv.gz`: headings of laws as questions instead. */
    laws: { type: 'string' },
  },
});

const encoder = await loadEncoder({ model: values.model });
if (positionals[0] === 'summary') await evaluateSummaries();
else if (values.holdout) print(await holdout(values.holdout, encoder));
else if (values.shelves) print(await shelves(values.shelves, encoder, values.evidence));
else if (values.laws) print(await laws(values.laws, encoder));
else await evaluate();
await encoder.close();

async function evaluateSummaries(): Promise<void> {
  const { letters } = await readLetters(values.letters);
  print(showSummaryFigures(await summaryFigures(letters, encoder, values.points)));
}

async function evaluate(): Promise<void> {
  const { letters } = await readLetters(values.letters);
  const questions = await readQuestions(values.questions, letters);
  const corpus = corpusOf(letters);
  const encoded = await encodeCorpus(corpus, encoder);
  const data = dataOf(corpus, encoded);
  const without = (...signals: (keyof Signals)[]) => ({
    weights: { ...FUSION_WEIGHTS, ...Object.fromEntries(signals.map((signal) => [signal, 0])) },
  });

  const ours = briefwijzer('Briefwijzer', corpus, data, encoder);
  const systems: System[] = [
    miniSearch(letters, false),
    miniSearch(letters, true),
    briefwijzer('cosine alone', corpus, data, encoder, only('cosine')),
    briefwijzer('BM25 alone, no thesaurus', corpus, dataOf(corpus, encoded, { entries: [] }), encoder, only('lexical')),
    briefwijzer('BM25 alone', corpus, data, encoder, only('lexical')),
    briefwijzer('late interaction alone', corpus, data, encoder, only('interaction')),
    ours,
    briefwijzer('- thesaurus', corpus, dataOf(corpus, encoded, { entries: [] }), encoder),
    briefwijzer('- lexical search', corpus, data, encoder, without('lexical', 'sentence', 'grams')),
    briefwijzer('- character 4-grams', corpus, data, encoder, without('grams')),
    briefwijzer('- pooled vectors', corpus, data, encoder, without('cosine')),
    briefwijzer('- late interaction', corpus, data, encoder, without('interaction')),
    briefwijzer('- sentences', corpus, data, encoder, without('sentence')),
    briefwijzer('- letters named', corpus, data, encoder, { ...without('named'), readFilters: false }),
    briefwijzer('- kind of part', corpus, data, encoder, without('part')),
    briefwijzer('- kind of answer', corpus, data, encoder, without('answerType')),
  ];

  const results = [];
  for (const system of systems) results.push({ name: system.name, outcomes: await outcomesOf(system, questions) });
  const own = results[systems.indexOf(ours)]!.outcomes;
  print(
    `${corpus.passages.length} passages of ${letters.length} letters, ${questions.length} questions, encoder ${encoder.name}`,
  );
  print(comparison(results));
  print(refusals(own));
  print(breakdown(own, 'type', ({ question }) => [question.type]));
  print(breakdown(own, 'letter', ({ question }) => [...new Set(question.gold.map(({ file }) => file))]));
  print(`Not first:\n${misses(own)}`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n\n`);
}
