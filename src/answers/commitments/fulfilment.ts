import { dayWritten } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { datesIn } from '../../retrieval/question/dates.ts';
import { letterRef } from '../letters.ts';
import { referencesIn } from '../outline/references.ts';
import { promiseStrength } from '../promises/strength.ts';
import { quoteOf } from '../quote.ts';
import { leadingUpTo } from '../selection/leaning.ts';
import { cosine, type EmbeddedSentence, embed, type Sentence, type SentenceVectors } from '../selection/sentences.ts';
import type { Commitment } from './schema.ts';
import type { Match, SentenceIndex } from './sentence-index.ts';

/** A promise, and what it is about: the sentence with what it leans on. */
export interface PromiseMade {
  readonly letter: Letter;
  readonly text: string;
  readonly vector: Float32Array;
}

/** Lowest likelihood at which a letter is named, and the highest: it is never certain. */
const LIKELY = 0.6;
const MOST = 0.95;
/** How much the same meaning, the same words, saying so, a reference, and being the report that was promised add. */
const WEIGHT = { meaning: 0.35, words: 0.35, keeping: 0.25, reference: 0.25, report: 0.35 } as const;
/** Less in common than this is another matter, whatever else fits. */
const SAME_MATTER = 0.3;
/** Sentences compared by meaning, the most alike in words first. */
const COMPARED = 30;

/** "Zoals toegezegd", "uitvoering aan de toezegging", "hierbij informeer ik": a letter that keeps a promise says so. */
const KEEPS =
  /\b(?:zoals|conform|overeenkomstig|naar aanleiding van|ter uitvoering van|uitvoering aan|gestand)\b.{0,120}\b(?:toe(?:ge)?ze\p{L}+|toezegging|vooruitzicht|gemeld)\b|\b(?:bij deze|hierbij|met deze brief|in deze brief|bijgaand)\b.{0,120}\b(?:ontvang\p{L}*|informe\p{L}*|bied\p{L}*|stuur\p{L}*|zend\p{L}*|treft|geef\p{L}*)/iu;
const IN_REPORT = /\b(?:in|bij) het verslag\b/i;

/**
 * The later letter that most likely fulfils a promise: by subject, by saying that it keeps one, and by reference to the
 * letter that made it. A guess, so it comes with its likelihood.
 */
export function fulfilmentOf(
  promise: PromiseMade,
  index: SentenceIndex,
  vectors: SentenceVectors,
): Commitment['fulfilledBy'] {
  const matches = index
    .alike(promise.text, (letter) => isLater(letter, promise.letter))
    .filter(({ sentence }) => promiseStrength(sentence.text) < 1)
    .slice(0, COMPARED);
  const sentences = embed(
    matches.map(({ sentence, shared }) => ({ ...sentence, shared })),
    vectors,
  );
  const weighed = sentences
    .map((sentence) => ({ sentence, likelihood: likelihoodOf(promise, sentence) }))
    .sort((a, b) => b.likelihood - a.likelihood);
  const [best] = weighed;
  return best && best.likelihood >= LIKELY ? fulfilment(best.sentence, best.likelihood, index) : null;
}

function fulfilment(sentence: Sentence, likelihood: number, index: SentenceIndex): Commitment['fulfilledBy'] {
  const passage = leadingUpTo(index.sentencesOf(sentence.letter), sentence.order);
  if (!passage) return null;
  const quote = quoteOf(sentence.letter, passage, { score: likelihood });
  return { letter: letterRef(sentence.letter), quote, likelihood: Math.round(likelihood * 100) / 100 };
}

function likelihoodOf(promise: PromiseMade, sentence: EmbeddedSentence & Pick<Match, 'shared'>): number {
  const meaning = Math.max(0, cosine(promise.vector, sentence.vector));
  const matter = WEIGHT.meaning * meaning + WEIGHT.words * sentence.shared;
  if (matter < SAME_MATTER) return 0;
  const { letter } = sentence;
  const kept =
    (KEEPS.test(sentence.text) && !isOfOtherMeeting(promise, letter) ? WEIGHT.keeping : 0) +
    (refersTo(letter, promise.letter) ? WEIGHT.reference : 0) +
    (isPromisedReport(promise, letter) ? WEIGHT.report : 0);
  return Math.min(MOST, matter + kept);
}

/** Whether a letter can fulfil what another one promised: it was written later. */
function isLater(letter: Letter, than: Letter): boolean {
  const [a, b] = [dayWritten(letter.metadata), dayWritten(than.metadata)];
  return letter !== than && a !== null && b !== null && a > b;
}

function refersTo(letter: Letter, { metadata: { dossiers, number } }: Letter): boolean {
  if (number === null || !letter.source.includes(number)) return false;
  return referencesIn(letter, []).some((paper) => paper.number === number && dossiers.includes(paper.dossier));
}

/** Whether a letter is about another meeting than the one whose day a promise names. */
function isOfOtherMeeting({ text }: PromiseMade, { metadata: { meeting } }: Letter): boolean {
  const days = datesIn(text).filter(({ precision }) => precision === 'day');
  if (!meeting || days.length === 0) return false;
  return !meeting.dates.some((day) => days.some(({ from, to }) => day >= from && day <= to));
}

function isPromisedReport({ text, letter }: PromiseMade, later: Letter): boolean {
  if (!IN_REPORT.test(text) || later.metadata.kind !== 'report') return false;
  const dates = letter.metadata.meeting?.dates ?? [];
  return later.metadata.meeting?.dates.some((day) => dates.includes(day)) ?? false;
}
