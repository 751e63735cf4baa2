import { tokens } from '../analysis/tokens.ts';
import type { Concept } from '../lexical/concepts.ts';
import type { Lexicon } from '../lexical/lexicon.ts';
import { isItself } from '../lexical/own-names.ts';
import { stands, sure } from '../lexical/stands.ts';
import type { Corpus } from '../types.ts';

/** Behind who is asked about, what their words are to be about begins with one of these. */
const ABOUT =
  /(?<!\p{L})(?:over|van|op|met|tegen|tegenover|voor|bij|inzake|jegens|dat|about|on|of|to|towards|regarding|for|with|against|that)\s/iu;
/** So much of a subject and of the names in it, by how much their words tell, must be said for it to be spoken of. */
const ENOUGH = 0.5;

/**
 * Whether passages, by their numbers, speak of what somebody's words are asked about: there, in the paragraph before, or in
 * what stands above it. Of what no letter calls by that name only the meaning tells. Null where nothing is named.
 * @param rest the question behind who is asked about
 */
export function speaksOfSubject(
  rest: string,
  concepts: readonly Concept[],
  { corpus, lexicon }: { readonly corpus: Corpus; readonly lexicon: Lexicon },
): ((passage: number) => boolean) | null {
  const about = ABOUT.exec(rest);
  if (about === null) return null;
  const words = new Set(tokens(rest.slice(about.index + about[0].length)).map(({ form }) => form));
  const subject = concepts.filter(
    (concept) =>
      !/^\d/.test(concept.label) &&
      tokens(concept.label).every(({ form }) => words.has(form)) &&
      sure(concept).some((way) => way.terms.length > 0 && isItself(way)),
  );
  if (subject.length === 0) return null;
  const names = subject.filter(({ name }) => name);
  return (passage) => {
    const { sentences } = lexicon;
    const before = isGoneOnWith(passage, corpus) ? sentences.termsWithContext(passage - 1) : [];
    const ids = new Set([...before, ...sentences.termsWithContext(passage)]);
    return [subject, names].every(
      (wanted) => weightOf(wanted.filter((concept) => stands(concept, ids))) >= ENOUGH * weightOf(wanted),
    );
  };
}

function weightOf(concepts: readonly Concept[]): number {
  return concepts.reduce((sum, { rarity }) => sum + rarity, 0);
}

/** Whether a passage stands under the same heading as the one before it. */
function isGoneOnWith(passage: number, { passages }: Corpus): boolean {
  const [own, before] = [passages[passage], passages[passage - 1]];
  return own !== undefined && own.letter === before?.letter && own.passage.section === before.passage.section;
}
