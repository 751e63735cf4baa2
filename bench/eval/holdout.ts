import type { Encoder } from '../../src/encoder/types.ts';
import { confidenceOf } from '../../src/retrieval/confidence.ts';
import { FUSION_WEIGHTS, type Signals } from '../../src/retrieval/fusion.ts';
import { type RankedPassage, rank } from '../../src/retrieval/ranking.ts';
import type { RetrievalData } from '../../src/retrieval/retrieval-data.ts';
import type { Corpus } from '../../src/retrieval/types.ts';
import { corpusOf, dataOf, encodeCorpus } from './corpus.ts';
import { type Choice, fitWeights, scoreOf } from './fit.ts';
import { readWrittenQuestions, type WrittenQuestion } from './holdout-texts.ts';
import { shareBelow } from './metrics.ts';
import { THRESHOLDS, table } from './report.ts';

const FITTED = ['lexical', 'grams', 'cosine', 'interaction', 'sentence'] as const satisfies readonly (keyof Signals)[];
const FOLDS = 5;
const NOTHING_NAMED = { weight: new Map(), filters: {}, several: false, absent: false } as const;

interface Asked {
  readonly question: WrittenQuestion;
  readonly right: number;
  readonly passages: readonly RankedPassage[];
  readonly confidence: number;
  /** The confidence when the passage that answers is taken away. */
  readonly without: number;
}

/** Measures on questions that nothing was trained on, and fits the fusion's weights to them by cross-validation. */
export async function holdout(folder: string, encoder: Encoder): Promise<string> {
  const { letters, heldOut } = await readWrittenQuestions(folder);
  const corpus = corpusOf(letters);
  const data = dataOf(corpus, await encodeCorpus(corpus, encoder));
  const asked: Asked[] = [];
  for (const question of heldOut) asked.push(await ask(question, corpus, data, encoder));
  const rows = [
    ...FITTED.map((signal) => row(`${signal} alone`, asked, (each) => each.signals[signal])),
    row('all, as weighted', asked, (each) => each.score),
    row('all, equal shares', asked, (each) => FITTED.reduce((sum, signal) => sum + each.signals[signal], 0)),
    crossValidated(asked),
  ];
  const weights = fitWeights(asked.flatMap(choiceOf), FITTED.length);
  return [
    `${corpus.passages.length} passages, ${heldOut.length} held-out questions`,
    table([['signals', ...KINDS.flatMap((kind) => [`${kind} hit@1`, 'hit@5', 'MRR@10'])], ...rows]),
    `fitted: ${FITTED.map((signal, j) => `${signal} ${weights[j]!.toFixed(1)}`).join(', ')}`,
    refusalTable(asked),
  ].join('\n\n');
}

const KINDS = ['plain', 'everyday', 'english'] as const;

async function ask(question: WrittenQuestion, corpus: Corpus, data: RetrievalData, encoder: Encoder): Promise<Asked> {
  const { text, language } = question;
  const [vector] = await encoder.encode([text], 'query');
  const [tokens] = (await encoder.encodeTokens?.([text], 'query')) ?? [];
  const encoded = { text, subject: text, language, vector: vector!, tokens: tokens ?? null };
  const right = corpus.passages.findIndex(({ passage }) => passage.id === question.passage);
  const options = { corpus, data, named: { ...NOTHING_NAMED, subject: text }, weights: FUSION_WEIGHTS };
  const ranking = rank(encoded, { ...options, isAllowed: null });
  const without = rank(encoded, { ...options, isAllowed: (passage) => passage !== right });
  const { passages } = ranking;
  return { question, right, passages, confidence: confidenceOf(ranking), without: confidenceOf(without) };
}

function row(name: string, asked: readonly Asked[], score: (passage: RankedPassage, asked: Asked) => number): string[] {
  const cells = KINDS.flatMap((kind) => {
    const ranks = asked
      .filter(({ question }) => question.kind === kind)
      .map((each) => {
        const own = each.passages.find(({ passage }) => passage === each.right);
        return own ? 1 + each.passages.filter((other) => score(other, each) > score(own, each)).length : 0;
      });
    const mean = (value: (rank: number) => number) =>
      ranks.reduce((sum, r) => sum + value(r), 0) / Math.max(1, ranks.length);
    const within = (k: number) => mean((r) => (r > 0 && r <= k ? 1 : 0)).toFixed(3);
    return [within(1), within(5), mean((r) => (r > 0 && r <= 10 ? 1 / r : 0)).toFixed(3)];
  });
  return [name, ...cells];
}

function choiceOf({ passages, right }: Asked): Choice[] {
  const index = passages.findIndex(({ passage }) => passage === right);
  return index < 0 ? [] : [{ features: passages.map(featuresOf), right: index }];
}

function featuresOf({ signals }: RankedPassage): number[] {
  return FITTED.map((signal) => signals[signal]);
}

/** Each question scored by weights fitted on the others. */
function crossValidated(asked: readonly Asked[]): string[] {
  const weights = new Map<Asked, number[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const fitted = fitWeights(asked.filter((_, i) => i % FOLDS !== fold).flatMap(choiceOf), FITTED.length);
    for (const each of asked.filter((_, i) => i % FOLDS === fold)) weights.set(each, fitted);
  }
  return row('all, fitted on the others', asked, (passage, each) => scoreOf(featuresOf(passage), weights.get(each)!));
}

function refusalTable(asked: readonly Asked[]): string {
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
  return table([['refused below', ...KINDS.flatMap((kind) => [`${kind} answerable`, 'taken away'])], ...rows]);
}
