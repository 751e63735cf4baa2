import type { Letter } from '../../letters/types.ts';
import { stem } from '../../retrieval/analysis/stem.ts';
import { isStopWord } from '../../retrieval/analysis/stop-words.ts';
import { tokens } from '../../retrieval/analysis/tokens.ts';
import { dateOf, letterRef } from '../letters.ts';
import { quoteOf } from '../quote.ts';
import { cosine, type EmbeddedSentence, embed, type SentenceEncoder, sentencesOf } from '../sentences.ts';
import { promiseStrength } from '../summary/cues.ts';
import { runOf, startOf } from '../summary/leaning.ts';
import type { Commitment } from './schema.ts';

/** What a promise is about: the sentence with what it leans on. */
export interface PromiseMade {
  readonly letter: Letter;
  readonly text: string;
  readonly vector: Float32Array;
}

/** Lowest likelihood at which a letter is named. */
const LIKELY = 0.5;
/** "Zoals toegezegd", "conform mijn toezegging", "uitvoering aan de toezegging": a letter that keeps a promise says so. */
const KEEPS =
  /\b(?:zoals|conform|overeenkomstig|naar aanleiding van|ter uitvoering van|uitvoering aan|gestand)\b.{0,120}\b(?:toe(?:ge)?ze\p{L}+|toezegging|vooruitzicht|gemeld)\b|\b(?:bij deze|hierbij|met deze brief|in deze brief|bijgaand)\b.{0,120}\b(?:ontvang\p{L}*|informe\p{L}*|bied\p{L}*|stuur\p{L}*|zend\p{L}*|treft|geef\p{L}*)/iu;
const REPORTED_IN_REPORT = /\bin het verslag\b|\bbij het verslag\b/i;

/**
 * The later letter that most likely fulfils a promise: by reference to the letter that made it, by subject, and by
 * saying that it keeps one. A guess, so it comes with its likelihood.
 */
export function fulfilmentOf(promise: PromiseMade, later: readonly LetterSentences[]): Commitment['fulfilledBy'] {
  let best: {
    readonly letter: LetterSentences;
    readonly sentence: EmbeddedSentence;
    readonly likelihood: number;
  } | null = null;
  const words = contentWords(promise.text);
  for (const letter of later) {
    const reference = refersTo(letter.letter, promise.letter) ? 0.25 : 0;
    const report = isItsReport(promise, letter.letter) ? 0.35 : 0;
    for (const sentence of letter.sentences) {
      const subject = subjectScore(promise, words, sentence);
      // A matter in common is needed, and a promise made again is not kept.
      if (subject < 0.3 || promiseStrength(sentence.text) >= 1) continue;
      const likelihood = Math.min(0.95, subject + (KEEPS.test(sentence.text) ? 0.25 : 0) + reference + report);
      if (likelihood >= LIKELY && likelihood > (best?.likelihood ?? 0)) best = { letter, sentence, likelihood };
    }
  }
  if (!best) return null;
  const { letter, sentence, likelihood } = best;
  const passage = runOf(letter.sentences, startOf(letter.sentences, sentence.order), sentence.order);
  if (!passage) return null;
  const quote = quoteOf(letter.letter, passage, { score: likelihood });
  return { letter: letterRef(letter.letter), quote, likelihood: Math.round(likelihood * 100) / 100 };
}

/** A letter's sentences with their vectors, in order. */
export interface LetterSentences {
  readonly letter: Letter;
  readonly sentences: readonly EmbeddedSentence[];
}

export async function embedLetter(letter: Letter, encoder: SentenceEncoder): Promise<LetterSentences> {
  return { letter, sentences: await embed(sentencesOf(letter), encoder) };
}

/** Whether a letter can fulfil what another one promised: it was written later. */
export function isLater(letter: Letter, than: Letter): boolean {
  const [a, b] = [dateOf(letter), dateOf(than)];
  return letter !== than && a !== null && b !== null && a > b;
}

/** How alike in meaning and in rare words, 0 to 0.6. */
function subjectScore(promise: PromiseMade, words: ReadonlySet<string>, sentence: EmbeddedSentence): number {
  const meaning = Math.max(0, cosine(promise.vector, sentence.vector));
  const own = contentWords(sentence.text);
  const shared = [...own].filter((word) => words.has(word)).length / Math.max(4, Math.min(own.size, words.size));
  return 0.35 * meaning + 0.35 * Math.min(1, shared);
}

/** Words every promise uses say nothing of its matter. */
const PROMISING = new Set(
  'kamer kabinet informeren toegezegd brief zullen ontvangen minister ministers nederland navo bijeenkomst defensie'
    .split(' ')
    .map(stem.nl),
);

function contentWords(text: string): Set<string> {
  const words = tokens(text).flatMap(({ form }) => (isStopWord(form) ? [] : [stem.nl(form)]));
  return new Set(words.filter((word) => !PROMISING.has(word) && word.length > 2));
}

function refersTo(letter: Letter, earlier: Letter): boolean {
  const { dossiers, number } = earlier.metadata;
  if (number === null) return false;
  return dossiers.some((dossier) => {
    const digits = dossier.slice(0, 6).replace(' ', ' ?');
    return new RegExp(`${digits}[^.;)]{0,12}nr\\. ?${number}\\b`).test(letter.source);
  });
}

function isItsReport({ text, letter }: PromiseMade, later: Letter): boolean {
  if (!REPORTED_IN_REPORT.test(text) || later.metadata.kind !== 'report') return false;
  const dates = letter.metadata.meeting?.dates ?? [];
  return later.metadata.meeting?.dates.some((day) => dates.includes(day)) ?? false;
}
