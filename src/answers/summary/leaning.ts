import { MAX_QUOTE_LENGTH, type Passage } from '../../letters/types.ts';
import { excerptOf, withPreceding } from '../excerpt.ts';
import type { Sentence } from '../sentences.ts';

/** Openings that point back at the sentence before. */
const POINTS_BACK =
  /^(?:(?:met|op|door|voor|in|over|na|aan|uit|van|bij) )?(?:daar(?:bij|in|van|aan|op|mee|over|toe|voor|door|om|naast|na|uit)|hier(?:bij|in|van|aan|op|mee|over|toe|voor|door|naast|na|uit)|dit|dat|deze|die|dergelijke?|zij|ze|hij|beide[n]?|ook|tevens|voorts|verder|gelijktijdig|tegelijkertijd|echter|wel|zo|het betreft|het doel|een deel van hen|een aantal (?:van hen|bondgenoten)|op basis (?:daar|hier)van)(?=[ ,])/i;
/** The same, a few words into the sentence. */
const POINTS_BACK_LATER =
  /^(?:[\p{L}’'-]+ ){1,5}(?:in (?:dit|dat|deze|die) (?:kader|verband|context|sessie)|daar(?:bij|in|mee|over|van|toe|naast)|hier(?:bij|in|mee|over|van|toe|aan)|dergelijke?|dit|deze)(?=[ ,.])/iu;
/** "Hierbij bied ik u ... aan": the opening of a letter leans on nothing. */
const SENDS = /^hierbij (?:ontvang|bied|zend|stuur|treft|doe|informeer)/i;
/** How many sentences back it may lead. */
const FURTHEST = 2;

/** Whether a sentence can't be understood without the one before it. */
export function leans(text: string): boolean {
  return !SENDS.test(text) && (POINTS_BACK.test(text) || POINTS_BACK_LATER.test(text));
}

/**
 * A run of sentences of one passage as a quotable passage, with the sentences that its first one leans on, as far as
 * they stand in the same section and the whole stays within a quote's length.
 *
 * @param all the letter's sentences, in order
 */
export function standingAlone(all: readonly Sentence[], first: Sentence, last: Sentence): Passage {
  let best = excerptOf(first.letter, first.passage, first.at, last.at + 1);
  let head = first;
  for (let back = 1; back <= FURTHEST && leans(head.text); back++) {
    const previous = all[first.order - back];
    if (!previous || previous.section !== first.section) break;
    const longer = reachBack(first, last, previous);
    if (!longer || longer.text.length > MAX_QUOTE_LENGTH) break;
    best = longer;
    head = previous;
  }
  return best;
}

function reachBack(first: Sentence, last: Sentence, head: Sentence): Passage | null {
  if (head.passage === first.passage) return excerptOf(first.letter, first.passage, head.at, last.at + 1);
  if (head.passageAt > first.passageAt) return null;
  const whole = excerptOf(first.letter, first.passage, 0, last.at + 1);
  return withPreceding(first.letter, head.passage, head.at, whole);
}
