import type { Letter } from '../letters/types.ts';
import { fold } from './analysis/fold.ts';
import { type Term, terms } from './analysis/terms.ts';
import type { Concept } from './lexical/concepts.ts';
import type { Lexicon } from './lexical/lexicon.ts';
import { isItself } from './lexical/own-names.ts';
import { stands, sure } from './lexical/stands.ts';
import { runOf } from './runs.ts';

/** Words that tell less than this, "Nederland" in letters of its ministers, say nothing of what a question is about. */
const TELLING = 2.5;
/** Members' questions are long: so much of what is asked those of one paper must say, and more than one word. */
const SHARE = 0.5;
const WORDS = 2;
/** So much of a word stands in what is said of it in other forms. */
const BEGINNING = 4;

/**
 * Whether letters speak of what a question names: a name in it stands in one of them, another word in a title or a heading,
 * or most of it in what members asked. However far its passages are from an answer, it can't be said then that the letters
 * are not about that.
 */
export function isSpokenOf(concepts: readonly Concept[], letters: readonly Letter[], lexicon: Lexicon): boolean {
  const telling = concepts.filter(({ rarity, label }) => rarity >= TELLING && !/^\d/.test(label));
  const isNamed = telling.some((concept) => {
    const own = sure(concept).filter(isItself);
    return concept.name ? own.length > 0 : own.some(({ terms: ids }) => isHeading(ids, lexicon));
  });
  return isNamed || isAsked(telling, letters, lexicon);
}

/** Whether a passage, with its heading and its letter's title, says what is most telling of what a question asks about. */
export function saysMostTelling(concepts: readonly Concept[], passage: number, { sentences }: Lexicon): boolean {
  const most = concepts.reduce<Concept | null>(
    (best, each) => (best && best.rarity >= each.rarity ? best : each),
    null,
  );
  return most === null || stands(most, new Set(sentences.termsWithContext(passage)));
}

function isHeading([term, ...others]: readonly number[], { postings, sentences }: Lexicon): boolean {
  if (term === undefined) return false;
  const { start, end } = runOf(postings.offsets, term);
  return postings.passages.subarray(start, end).some((passage) => {
    const above = sentences.termsOfText(runOf(sentences.passages, passage).start);
    return above.includes(term) && others.every((other) => above.includes(other));
  });
}

/** Whether the name and the questions of one letter say enough of some words: only where they begin, questions have postings. */
function isAsked(telling: readonly Concept[], letters: readonly Letter[], { split }: Lexicon): boolean {
  const words = telling.flatMap(({ label }) => wholeStems(terms(label, split)));
  const enough = Math.max(WORDS, words.length * SHARE);
  if (words.length < enough) return false;
  return letters.some(({ title, metadata, sections }) => {
    const asked = sections.flatMap(({ question }) => question ?? []);
    if (asked.length === 0) return false;
    const text = [title, metadata.subject ?? '', ...asked].join(' ');
    const folded = fold(text);
    // Most letters need not be cut into words.
    if (words.filter((word) => folded.includes(word.slice(0, BEGINNING))).length < enough) return false;
    const own = new Set(terms(text, split).map(({ stem }) => stem));
    return words.filter((word) => own.has(word)).length >= enough;
  });
}

function wholeStems(found: readonly Term[]): string[] {
  return found.flatMap(({ stem, weight }) => (weight === 1 ? [stem] : []));
}
