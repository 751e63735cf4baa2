import type { TokenVectors } from '../encoder/types.ts';
import { readable } from '../letters/readable.ts';
import { FUSION_WEIGHTS, fused, NO_SIGNALS, type Signals } from './fusion.ts';
import { type Concept, conceptsOf } from './lexical/concepts.ts';
import { scoreConcepts, scoreGrams } from './lexical/search.ts';
import { type Coverage, SentenceMatcher } from './lexical/sentence-match.ts';
import { LEXICAL_WEIGHTS } from './lexical/weights.ts';
import { answerTypeOf, holds } from './question/answer-type.ts';
import { partFit } from './question/letter-facts.ts';
import type { LettersNamed } from './question/letters-named.ts';
import { type LateInteraction, MaxSim } from './rerank/max-sim.ts';
import type { RetrievalData } from './retrieval-data.ts';
import { topScores } from './top.ts';
import type { Corpus, Language } from './types.ts';

/** How many passages each search finds, and how many of them the costlier signals are worked out for. */
const CANDIDATES = { lexical: 40, grams: 20, vectors: 40, reranked: 36 } as const;

const CHEAP = ['lexical', 'grams', 'cosine'] as const satisfies readonly (keyof Signals)[];

/** A question as the encoder sees it. */
export interface EncodedQuestion {
  readonly text: string;
  readonly language: Language;
  readonly vector: Float32Array;
  readonly tokens: TokenVectors | null;
}

export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
  readonly signals: Signals;
  /** How well each sentence of the passage answers. */
  readonly sentences: readonly number[];
}

export interface Ranking {
  readonly concepts: readonly Concept[];
  /** What the first passage says of the question as a whole; null where there is none. */
  readonly coverage: Coverage | null;
  /** Best first. */
  readonly passages: readonly RankedPassage[];
}

interface RankOptions {
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  readonly named: LettersNamed;
  readonly isAllowed: (passage: number) => boolean;
  readonly weights: Readonly<Signals>;
}

/** Candidates from lexical and vector search, scored by every signal. */
export function rank(question: EncodedQuestion, { corpus, data, named, isAllowed, weights }: RankOptions): Ranking {
  const { lexicon } = data;
  const suits = partFit(question.text);
  const concepts = conceptsOf(question.text, question.language, lexicon, LEXICAL_WEIGHTS);
  const lexical = scoreConcepts(concepts, lexicon, LEXICAL_WEIGHTS);
  const grams = scoreGrams(question.text, lexicon);
  const cosines = new Map(
    data.vectors.search(question.vector, CANDIDATES.vectors).map((hit) => [hit.passage, hit.score]),
  );
  const farthest = Math.min(...cosines.values(), 1);
  const possible = concepts.reduce((sum, concept) => sum + concept.rarity, 0) || 1;
  const cheap = (passage: number) => ({
    lexical: lexical[passage]! / possible,
    grams: grams[passage]!,
    cosine: cosines.get(passage) ?? farthest,
    named: named.weight.get(corpus.passages[passage]!.letter) ?? 0,
    part: suits(corpus.passages[passage]!),
  });
  const found = new Set([
    ...topScores(lexical, CANDIDATES.lexical, isAllowed),
    ...topScores(grams, CANDIDATES.grams, isAllowed),
    ...[...cosines.keys()].filter(isAllowed),
  ]);
  const first = CHEAP.some((signal) => weights[signal] > 0) ? weights : FUSION_WEIGHTS;
  const candidates = [...found]
    .map((passage) => ({ passage, signals: { ...NO_SIGNALS, ...cheap(passage) } }))
    .sort((a, b) => fused(b.signals, first) - fused(a.signals, first) || a.passage - b.passage)
    .slice(0, CANDIDATES.reranked);
  const matcher = new SentenceMatcher(concepts, lexicon.sentences);
  const late = data.tokens && question.tokens ? new MaxSim(data.tokens, question.tokens) : null;
  const asked = answerTypeOf(question.text);
  const passages = candidates.map(({ passage, signals: known }): RankedPassage => {
    const each = corpus.passages[passage]!;
    const matches = matcher.score(passage);
    const interaction: LateInteraction | null = late?.score(passage) ?? null;
    const sentences = Array.from(matches, (match, i) => match + (interaction?.texts[i + 1] ?? 0));
    const signals: Signals = {
      ...known,
      interaction: interaction?.score ?? 0,
      sentence: highest(matches),
      sentenceInteraction: highest(interaction?.texts.subarray(1) ?? []),
      answerType: asked ? (holds(bestSentence(each, sentences), asked) ? 1 : -1) : 0,
    };
    return { passage, score: fused(signals, weights), signals, sentences };
  });
  passages.sort((a, b) => b.score - a.score || a.passage - b.passage);
  const coverage = passages[0] ? matcher.coverage(passages[0].passage, new Set()) : null;
  return { concepts, coverage, passages };
}

function bestSentence({ letter, passage }: Corpus['passages'][number], scores: readonly number[]): string {
  const span = passage.sentences[scores.indexOf(Math.max(...scores))];
  return span ? readable(letter, span, passage.skipped).text : passage.text;
}

function highest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 0; i < values.length; i++) best = Math.max(best, values[i]!);
  return best;
}
