import type { Encoder } from '../encoder/types.ts';
import type { Letter } from '../letters/types.ts';
import { FUSION_WEIGHTS, type Signals } from './fusion.ts';
import { WrittenNumbers } from './lexical/written-numbers.ts';
import { withAmounts } from './question/amounts.ts';
import { hasContent } from './question/content.ts';
import type { DateRange } from './question/dates.ts';
import { completed, languageWished, newlyNamed } from './question/follow-up.ts';
import { withJoinedNames } from './question/joined-names.ts';
import { languageOf } from './question/language.ts';
import { type LettersNamed, lettersNamed, passes } from './question/letters-named.ts';
import { lettersNamedByYear } from './question/named-by-year.ts';
import { type OfficeVoice, officeVoice } from './question/office-voice.ts';
import { withPercentages } from './question/percentages.ts';
import { isOf, periodAsked, speaksOf, withoutPeriod } from './question/period.ts';
import { asksOnlyWords, quotedWords, saying } from './question/quoted-words.ts';
import { asksWhatWasSaid, saidThen } from './question/said-then.ts';
import { type EncodedQuestion, type Ranking, rank } from './ranking.ts';
import type { RetrievalData } from './retrieval-data.ts';
import type {
  Corpus,
  CorpusPassage,
  Language,
  QuestionFilters,
  ReasonCode,
  Retrieval,
  RetrievalRequest,
} from './types.ts';

/** Only the beginning of a longer question is read, in UTF-16 units. */
const LONGEST_QUESTION = 1_000;

export interface SearchOptions {
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  readonly encoder: Encoder;
  /** Other weights than the fitted ones: for measuring what each signal gives. */
  readonly weights?: Signals | undefined;
}

/** What a question was taken to ask, and the passages ranked by it. */
export interface Search {
  /** The question, completed where it follows up on another. */
  readonly text: string;
  readonly language: Language;
  readonly named: LettersNamed;
  readonly understood: QuestionFilters;
  /** The time it asks about. */
  readonly period: DateRange | null;
  /** Words that must stand word for word in a passage, and whether nothing else is asked. */
  readonly quoted: readonly string[];
  readonly literal: boolean;
  /** Whether only some of the letters were searched. */
  readonly narrowed: boolean;
  readonly ranking: Ranking;
  /** How the letters write numbers. */
  readonly numbers: WrittenNumbers;
}

/** Why a question asks nothing that could be found. */
type Unasked = Pick<Partial<Retrieval>, 'language' | 'absentWords' | 'period'> & { readonly reasonCode: ReasonCode };

/** Understands a question and ranks passages by it; or says why it asks nothing that could be found. */
export async function search(
  { corpus, data, encoder, weights = FUSION_WEIGHTS }: SearchOptions,
  request: RetrievalRequest,
): Promise<Search | Unasked> {
  const asked = request.question.slice(0, LONGEST_QUESTION);
  const previous = request.previous?.slice(0, LONGEST_QUESTION);
  const whole = completed(asked, previous);
  const numbers = new WrittenNumbers(corpus, data.lexicon);
  const text = withJoinedNames(withAmounts(whole, numbers), corpus);
  const written = languageOf(text);
  if (written === 'other') return { reasonCode: 'other_language' };
  const language = answerLanguage(asked, written);
  if (!hasContent(text)) return { reasonCode: 'empty', language };
  const quoted = quotedWords(text);
  const places = quoted.map((words) => placesOf(words, corpus));
  const absentWords = quoted.filter((_, i) => places[i]?.size === 0);
  if (absentWords.length > 0) return { reasonCode: 'words_absent', language, absentWords };
  const named = lettersNamed(text, corpus);
  const understood = request.readFilters === false ? {} : understoodFrom(text, named, request.usual);
  const chosen = request.filters ?? {};
  const letters = allowedLetters(corpus, [chosen, understood]);
  const isFree = request.readFilters !== false && [chosen, understood].every(({ from, to }) => !from && !to);
  const period = isFree && !named.several ? periodAsked(text) : null;
  if (named.absent && request.readFilters !== false) return { reasonCode: 'not_then', language, period };
  const tellsThen = period && asksWhatWasSaid(text, period) ? saidThen : speaksOf;
  const byYear = lettersNamedByYear(text, period, corpus);
  const office = officeVoice(text, corpus, data.lexicon);
  const rules = [
    office && (({ letter, passage }: CorpusPassage) => office.letters.has(letter) || office.speaksIn(passage.text)),
    letters && (({ letter }: CorpusPassage) => letters.has(letter)),
    quoted.length > 0 ? holdsWords(places) : null,
    period &&
      ((each: CorpusPassage) => isOf(period, each.letter) || byYear.has(each.letter) || tellsThen(period, each)),
  ].filter((rule) => rule !== null);
  const isAllowed = rules.length > 0 ? allowing(rules, corpus) : null;
  const isDated = period !== null && byYear.size === 0 && corpus.letters.some((letter) => isOf(period, letter));
  // A day is named by few passages, those that tell of it; a month or year by many that are about anything.
  const timeless = isDated && period.from !== period.to ? withoutPeriod(named.subject) : named.subject;
  const subject = office === null ? timeless : asLettersCall(office, timeless, language);
  const { signal } = request;
  const question = await encoded(encoder, { text, subject: withPercentages(subject), language: written }, signal);
  signal?.throwIfAborted();
  const ranking = await rank(question, {
    ...{ corpus, data, named, office, isAllowed, weights, mustName: newlyNamed(asked, previous) },
    read: encoder.read && until(encoder.read, signal),
    readClosely: encoder.readClosely && until(encoder.readClosely, signal),
  });
  const literal = quoted.length > 0 && asksOnlyWords(text);
  return { text, language, named, understood, period, quoted, literal, narrowed: letters !== null, ranking, numbers };
}

/** A question with an office called as its own letters do, where there are any. */
function asLettersCall({ who, letters }: OfficeVoice, question: string, language: Language): string {
  if (letters.size === 0) return question;
  return question.replace(who, language === 'en' ? 'the minister' : 'de minister');
}

/** The letters and times that a question names; where it names none, those that are usual where it is asked. */
function understoodFrom(text: string, named: LettersNamed, usual: QuestionFilters | undefined): QuestionFilters {
  const namesNone = Object.values(named.filters).every((value) => value === undefined) && !named.several;
  return usual && namesNone && periodAsked(text) === null ? usual : named.filters;
}

type Rule = (each: CorpusPassage, number: number) => boolean;

function allowing(rules: readonly Rule[], corpus: Corpus): (passage: number) => boolean {
  return (number) => {
    const each = corpus.passages[number];
    return each !== undefined && rules.every((rule) => rule(each, number));
  };
}

/** The numbers of the passages that hold quoted words. */
function placesOf(words: string, { passages }: Corpus): ReadonlySet<number> {
  const holds = saying(words);
  return new Set([...passages.keys()].filter((number) => holds(passages[number]?.passage.text ?? '')));
}

/** The passages that hold all quoted words; where none does, those that hold some. */
function holdsWords(places: readonly ReadonlySet<number>[]): Rule {
  const some = new Set(places.flatMap((numbers) => [...numbers]));
  const all = new Set([...some].filter((number) => places.every((numbers) => numbers.has(number))));
  const held = all.size > 0 ? all : some;
  return (_, number) => held.has(number);
}

/** The language that is wished for, else that of the question itself, else that of the conversation. */
function answerLanguage(question: string, conversation: Language): Language {
  const own = languageWished(question) ?? languageOf(question);
  return own === 'other' || !/\p{L}{2}/u.test(question) ? conversation : own;
}

async function encoded(
  encoder: Encoder,
  asked: Pick<EncodedQuestion, 'text' | 'subject' | 'language'>,
  signal: AbortSignal | undefined,
): Promise<EncodedQuestion> {
  const [encoding] = await encoder.encode([[asked.subject]], 'query', signal);
  return {
    ...asked,
    vector: encoding?.vector ?? new Float32Array(encoder.dimension),
    tokens: encoding?.tokens?.[0] ?? null,
  };
}

/** What reads passages, told of nobody waiting for it any more. */
function until<Asked, Passages, Read>(
  read: (question: Asked, passages: Passages, signal?: AbortSignal) => Promise<Read>,
  signal: AbortSignal | undefined,
) {
  return (question: Asked, passages: Passages) => read(question, passages, signal);
}

/** The letters that pass all filters; null where there is nothing to filter by. */
function allowedLetters(corpus: Corpus, filters: readonly QuestionFilters[]): ReadonlySet<Letter> | null {
  if (filters.every((filter) => Object.values(filter).every((value) => value === undefined))) return null;
  return new Set(corpus.letters.filter((letter) => filters.every((filter) => passes(letter, filter))));
}
