import type { Encoder } from '../encoder/types.ts';
import type { Letter } from '../letters/types.ts';
import { confidenceOf, reasonOf, subjectFound } from './confidence.ts';
import { FUSION_WEIGHTS, type Signals } from './fusion.ts';
import { lettersAbout } from './letters-about.ts';
import { hasContent } from './question/content.ts';
import { completed } from './question/follow-up.ts';
import { languageOf } from './question/language.ts';
import { type LettersNamed, lettersNamed, passes } from './question/letters-named.ts';
import { asksSeveral } from './question/scope.ts';
import { type EncodedQuestion, type Ranking, rank } from './ranking.ts';
import type { RetrievalData } from './retrieval-data.ts';
import { selected } from './selection.ts';
import type { Corpus, Language, QuestionFilters, ReasonCode, Retrieval, RetrievalRequest, Retriever } from './types.ts';

const TOP = 3;
/** Lowest confidence at which a question is answered, unless the configuration says otherwise. */
export const THRESHOLD = 0.5;
/** Only the beginning of a longer question is read, in UTF-16 units. */
const LONGEST_QUESTION = 1_000;

export interface RetrieverOptions {
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  readonly encoder: Encoder;
  /** Lowest confidence at which a question is answered. */
  readonly threshold?: number | undefined;
  /** Other weights than the fitted ones: for measuring what each signal gives. */
  readonly weights?: Signals | undefined;
}

/** Finds the passages that answer a question. Touches nothing outside but the encoder. */
export function createRetriever(options: RetrieverOptions): Retriever {
  const { corpus, data } = options;
  return {
    retrieve: (request) => retrieve(options, request),
    lettersAbout: (subject, language, among) =>
      lettersAbout(subject, language, among, { corpus, lexicon: data.lexicon }),
  };
}

async function retrieve(options: RetrieverOptions, request: RetrievalRequest): Promise<Retrieval> {
  const found = await search(options, request);
  if ('reasonCode' in found) return refusal(found.reasonCode, found.language);
  const { text, language, named, understood, narrowed, ranking } = found;
  const confidence = confidenceOf(ranking);
  const answered = confidence >= (options.threshold ?? THRESHOLD) && ranking.passages.length > 0;
  return {
    language,
    answered,
    confidence,
    reasonCode: answered ? null : reasonOf(ranking, confidence, narrowed),
    subjectFound: subjectFound(ranking),
    understood,
    passages: selected(ranking.passages, {
      corpus: options.corpus,
      terms: options.data.lexicon.sentences,
      several: named.several || asksSeveral(text),
      top: Math.max(0, Math.floor(request.top ?? TOP)),
    }),
  };
}

/** What a question was taken to ask, and the passages ranked by it. */
export interface Search {
  /** The question, completed where it follows up on another. */
  readonly text: string;
  readonly language: Language;
  readonly named: LettersNamed;
  readonly understood: QuestionFilters;
  /** Whether only some of the letters were searched. */
  readonly narrowed: boolean;
  readonly ranking: Ranking;
}

/** Understands a question and ranks passages by it; or says why it asks nothing that could be found. */
export async function search(
  { corpus, data, encoder, weights = FUSION_WEIGHTS }: RetrieverOptions,
  request: RetrievalRequest,
): Promise<Search | { readonly reasonCode: ReasonCode; readonly language?: Language }> {
  const asked = request.question.slice(0, LONGEST_QUESTION);
  const text = completed(asked, request.previous?.slice(0, LONGEST_QUESTION));
  const language = languageOf(text);
  if (language === 'other') return { reasonCode: 'other_language' };
  if (!hasContent(text)) return { reasonCode: 'empty', language };
  const named = lettersNamed(text, corpus);
  if (named.absent) return { reasonCode: 'not_in_letters', language };
  const understood = request.readFilters === false ? {} : named.filters;
  const allowed = allowedLetters(corpus, [request.filters ?? {}, understood]);
  const question = await encoded(encoder, text, named.subject, language);
  const isAllowed = allowed && ((passage: number) => isIn(allowed, corpus.passages[passage]?.letter));
  const ranking = await rank(question, { corpus, data, named, isAllowed, weights, read: encoder.read });
  return { text, language, named, understood, narrowed: allowed !== null, ranking };
}

function isIn(letters: ReadonlySet<Letter>, letter: Letter | undefined): boolean {
  return letter !== undefined && letters.has(letter);
}

async function encoded(encoder: Encoder, text: string, subject: string, language: Language): Promise<EncodedQuestion> {
  const [encoding] = await encoder.encode([[subject]], 'query');
  return {
    text,
    subject,
    language,
    vector: encoding?.vector ?? new Float32Array(encoder.dimension),
    tokens: encoding?.tokens?.[0] ?? null,
  };
}

function refusal(reasonCode: ReasonCode, language: Retrieval['language'] = 'en'): Retrieval {
  return { language, answered: false, confidence: 0, reasonCode, subjectFound: false, understood: {}, passages: [] };
}

/** The letters that pass all filters; null where there is nothing to filter by. */
function allowedLetters(corpus: Corpus, filters: readonly QuestionFilters[]): ReadonlySet<Letter> | null {
  if (filters.every((filter) => Object.values(filter).every((value) => value === undefined))) return null;
  return new Set(corpus.letters.filter((letter) => filters.every((filter) => passes(letter, filter))));
}
