import { MAX_QUOTE_LENGTH, type Passage } from '../../letters/types.ts';
import { excerptAcross, excerptOf } from './excerpt.ts';
import type { Sentence } from './sentences.ts';

/** Openings that point back at the sentence before. */
const POINTS_BACK =
  /^(?:(?:met|op|door|voor|in|over|na|aan|uit|van|bij) )?(?:daar(?:bij|in|van|aan|op|mee|over|toe|voor|door|om|naast|na|uit)|hier(?:bij|in|van|aan|op|mee|over|toe|voor|door|naast|na|uit)|(?:dit|dat|deze|die)(?! (?:brief|verslag|agenda|jaar|maand|week|moment|voorjaar|najaar|zomer|winter)\b)|dergelijke?|zij|ze|hij|beiden?|ook|tevens|voorts|verder|gelijktijdig|tegelijkertijd|echter|wel|zo|het betreft|het doel|een deel van hen)(?=[ ,])/i;
/** The same, a few words into the sentence. */
const POINTS_BACK_LATER =
  /^(?:[\p{L}’'-]+ ){1,5}(?:in (?:dit|dat|deze|die) (?:kader|verband|context)|daar(?:bij|in|mee|over|van|toe|naast)|hier(?:bij|in|mee|over|van|toe|aan)|dergelijke?|(?:dit|deze) (?!brief|verslag|agenda|jaar|maand|week|moment|voorjaar|najaar|zomer|winter))/iu;
/** "Hierbij bied ik u ... aan": the opening of a letter leans on nothing. */
const SENDS = /^hierbij (?:ontvang|bied|zend|stuur|treft|doe|informeer)/i;
/** "In deze brief is aangegeven": another letter, which the sentence before names. */
const OTHER_LETTER = /^in (?:deze|die) brief (?:is|was|werd|werden|zijn|staat|stond)\b/i;
/** How many sentences back it may lead. */
const FURTHEST = 2;

/** Whether a sentence can hardly be understood without the one before it. */
export function leans(text: string): boolean {
  return !SENDS.test(text) && (OTHER_LETTER.test(text) || POINTS_BACK.test(text) || POINTS_BACK_LATER.test(text));
}

/**
 * Where a quote of a sentence has to begin: at the sentence it leans on, at most two back, within its section.
 *
 * @param all the letter's sentences, in order
 * @param order the sentence's number among them
 */
export function startOf(all: readonly Sentence[], order: number): number {
  let from = order;
  while (order - from < FURTHEST) {
    const [before, sentence] = [all[from - 1], all[from]];
    if (!before || !sentence || !leans(sentence.text)) break;
    if (before.section !== sentence.section || !runOf(all, from - 1, order)) break;
    from--;
  }
  return from;
}

/** A sentence with those it leans on as one quotable passage; null where that is none. */
export function leadingUpTo(all: readonly Sentence[], order: number): Passage | null {
  return runOf(all, startOf(all, order), order);
}

/**
 * Sentences `from` to `to` of a letter as one quotable passage; null where they do not stand in one passage or two that
 * follow each other, or are longer than a quote can be.
 *
 * @param all the letter's sentences, in order
 */
export function runOf(all: readonly Sentence[], from: number, to: number): Passage | null {
  const first = all[from];
  const last = all[to];
  if (!first || !last || first.section !== last.section) return null;
  const { letter } = first;
  if (first.passageAt === last.passageAt) return excerptOf(letter, first.passage, first.at, last.at + 1);
  const between = letter.passages.slice(first.passageAt + 1, last.passageAt);
  if (between.some(({ kind }) => kind === 'paragraph')) return null;
  const run = excerptAcross(letter, first.passage, first.at, last.passage, last.at + 1);
  return run.text.length <= MAX_QUOTE_LENGTH ? run : null;
}
