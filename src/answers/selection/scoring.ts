import { dayAbout } from '../../letters/dates/days.ts';
import type { Letter } from '../../letters/types.ts';
import { announcesAnswers } from '../../retrieval/quotable.ts';
import { isOwed } from '../promises/owed.ts';
import { centrality } from './centrality.ts';
import { type Cue, cuesOf } from './cues.ts';
import { type EmbeddedSentence, embed, type SentenceVectors, sentencesOf } from './sentences.ts';

/** A sentence with what it does and how much a summary wants it. */
export interface ScoredSentence extends EmbeddedSentence {
  readonly cues: ReadonlyMap<Cue, number>;
  /** From 0; comparable between letters. */
  readonly score: number;
}

/** How much each thing that a sentence can do is worth, beside its centrality (1). */
const CUE_WEIGHT: Readonly<Record<Cue, number>> = { promise: 1.6, decision: 1.4, position: 1.2, next: 1.2, about: 0.4 };
/** What a second cue adds. */
const SECOND = 0.25;
/** What figures and amounts add, and keeping a promise that was made elsewhere takes away. */
const FIGURES = 0.25;
const FIRST_OF_SECTION = 0.3;
const FIRST_OF_PASSAGE = 0.1;
/** Shorter sentences seldom say anything by themselves. */
const SHORT = 45;
const LONG = 450;
/** "Hierbij bied ik u het verslag aan": says what the reader already knows. */
const SENDS =
  /^(?:hierbij|met deze brief|bijgaand)\b.{0,120}\b(?:agenda|verslag)\b|\b(?:bericht|informeer)(?:en)? (?:ik|wij) u als volgt/i;
/** A figure that is no date, paper or note. */
const FIGURE =
  /(?:\d[\d.,]*(?: ?%| procent| miljoen| miljard| euro)?|\b(?:procent|miljoen|miljard|tientallen|honderden?|duizend(?:en)?))(?![\p{L}])/iu;
const NO_FIGURE =
  /\([^()]*\)|\b\d{1,2}(?: en \d{1,2})? (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)(?: \d{4})?|\b(?:19|20)\d{2}\b|(?<!\p{L})\p{L}[\p{L}-]{0,80}\d+/giu;
/** The least worth of a sentence that may be quoted. */
const LEAST = 0.01;

/** A letter's sentences with their scores: centrality, position and cues (Edmundson 1969; Erkan and Radev 2004). */
export async function scoreSentences(
  letter: Letter,
  vectors: SentenceVectors,
  signal?: AbortSignal,
): Promise<readonly ScoredSentence[]> {
  const sentences = embed(sentencesOf(letter), vectors);
  const central = await centrality(
    sentences.map(({ vector }) => vector),
    signal,
  );
  const day = dayAbout(letter.metadata);
  const saysMore = sentences.some(({ text }) => !onlySends(text));
  return sentences.map((sentence, i) => {
    const cues = new Map(cuesOf(sentence.text, day));
    if (cues.get('promise') === 1 && !isOwed(sentence, sentences)) cues.delete('promise');
    const score =
      (central[i] ?? 0) +
      cueScore(cues) +
      positionScore(sentence, sentences[i - 1]) +
      lengthScore(sentence.text) +
      (holdsFigure(sentence.text) ? FIGURES : 0);
    return { ...sentence, cues, score: saysMore && onlySends(sentence.text) ? 0 : Math.max(LEAST, score) };
  });
}

function onlySends(text: string): boolean {
  return SENDS.test(text) || announcesAnswers(text);
}

function holdsFigure(text: string): boolean {
  return FIGURE.test(text.replace(NO_FIGURE, ' '));
}

function cueScore(cues: ReadonlyMap<Cue, number>): number {
  const worth = [...cues].map(([cue, sure]) => CUE_WEIGHT[cue] * sure).sort((a, b) => b - a);
  return (worth[0] ?? 0) + SECOND * (worth[1] ?? 0);
}

function positionScore({ at, section }: EmbeddedSentence, previous: EmbeddedSentence | undefined): number {
  if (!previous || previous.section !== section) return FIRST_OF_SECTION;
  return at === 0 ? FIRST_OF_PASSAGE : 0;
}

function lengthScore(text: string): number {
  if (text.length < SHORT) return -0.4;
  return text.length > LONG ? -0.3 : 0;
}
