import type { Encoder } from '../encoder/types.ts';
import type { Letter } from '../letters/types.ts';
import { confidenceOf, reasonOf } from './confidence.ts';
import { FUSION_WEIGHTS, type Signals } from './fusion.ts';
import { hasContent } from './question/content.ts';
import { completed } from './question/follow-up.ts';
import { languageOf } from './question/language.ts';
import { lettersNamed, passes } from './question/letters-named.ts';
import { asksSeveral } from './question/scope.ts';
import { type EncodedQuestion, rank } from './ranking.ts';
import type { RetrievalData } from './retrieval-data.ts';
import { selected } from './selection.ts';
import type { Corpus, Language, QuestionFilters, ReasonCode, Retrieval, RetrievalRequest, Retriever } from './types.ts';

const TOP = 3;
/** Lowest confidence at which a question is answered, unless the configuration says otherwise. */
export const THRESHOLD = 0.2;
/** Only the beginning of a longer question is read, in UTF-16 units. */
const LONGEST_QUESTION = 1_000;

export interface RetrieverOptions {
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  readonly encoder: Encoder;
  /** Lowest confidence at which a question is answered. */
  readonly threshold?: number | undefined;
  /** Other weights than the fitted ones: for measuring what each signal gives. */
  readonly weights?: Readonly<Signals> | undefined;
}

/** Finds the passages that answer a question. Touches nothing outside but the encoder. */
export function createRetriever(options: RetrieverOptions): Retriever {
  return { retrieve: (request) => retrieve(options, request) };
}

async function retrieve(options: RetrieverOptions, request: RetrievalRequest): Promise<Retrieval> {
  const { corpus, data, encoder, threshold = THRESHOLD, weights = FUSION_WEIGHTS } = options;
  const asked = request.question.slice(0, LONGEST_QUESTION);
  const text = completed(asked, request.previous?.slice(0, LONGEST_QUESTION));
  const language = languageOf(text);
  if (language === 'other') return refusal('other_language');
  if (!hasContent(text)) return refusal('empty', language);
  const named = lettersNamed(text, corpus);
  const understood = request.readFilters === false ? {} : named.filters;
  const allowed = allowedLetters(corpus, [request.filters ?? {}, understood]);
  const question = await encoded(encoder, text, named.subject, language);
  const isAllowed = allowed && ((passage: number) => allowed.has(corpus.passages[passage]!.letter));
  const ranking = rank(question, { corpus, data, named, isAllowed, weights });
  const confidence = confidenceOf(ranking);
  const answered = confidence >= threshold && ranking.passages.length > 0;
  return {
    language,
    answered,
    confidence,
    reasonCode: answered ? null : reasonOf(ranking),
    understood,
    passages: selected(ranking.passages, {
      corpus,
      terms: data.lexicon.sentences,
      several: named.several || asksSeveral(text),
      top: Math.max(0, Math.floor(request.top ?? TOP)),
    }),
  };
}

async function encoded(encoder: Encoder, text: string, subject: string, language: Language): Promise<EncodedQuestion> {
  const [vector] = await encoder.encode([subject], 'query');
  const [tokenVectors] = (await encoder.encodeTokens?.([subject], 'query')) ?? [];
  return {
    text,
    subject,
    language,
    vector: vector ?? new Float32Array(encoder.dimension),
    tokens: tokenVectors ?? null,
  };
}

function refusal(reasonCode: ReasonCode, language: Retrieval['language'] = 'en'): Retrieval {
  return { language, answered: false, confidence: 0, reasonCode, understood: {}, passages: [] };
}

/** The letters that pass all filters; null where there is nothing to filter by. */
function allowedLetters(corpus: Corpus, filters: readonly QuestionFilters[]): ReadonlySet<Letter> | null {
  if (filters.every((filter) => Object.values(filter).every((value) => value === undefined))) return null;
  return new Set(corpus.letters.filter((letter) => filters.every((filter) => passes(letter, filter))));
}
