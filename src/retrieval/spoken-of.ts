import type { Concept } from './lexical/concepts.ts';
import type { Lexicon } from './lexical/lexicon.ts';
import { isItself } from './lexical/own-names.ts';
import { sure } from './lexical/stands.ts';
import { runOf } from './runs.ts';

/** Words that tell less than this, "Nederland" in letters of its ministers, say nothing of what a question is about. */
const TELLING = 2.5;

/**
 * Whether letters speak of what a question names: a name in it stands in one of them, or another word in a title or a
 * heading. However far its passages are from an answer, it can't be said then that the letters are not about that.
 */
export function isSpokenOf(concepts: readonly Concept[], lexicon: Lexicon): boolean {
  return concepts.some((concept) => {
    if (concept.rarity < TELLING || /^\d/.test(concept.label)) return false;
    const own = sure(concept).filter(isItself);
    return concept.name ? own.length > 0 : own.some(({ terms }) => isHeading(terms, lexicon));
  });
}

function isHeading([term, ...others]: readonly number[], { postings, sentences }: Lexicon): boolean {
  if (term === undefined) return false;
  const { start, end } = runOf(postings.offsets, term);
  return postings.passages.subarray(start, end).some((passage) => {
    const above = sentences.termsOfText(runOf(sentences.passages, passage).start);
    return above.includes(term) && others.every((other) => above.includes(other));
  });
}
