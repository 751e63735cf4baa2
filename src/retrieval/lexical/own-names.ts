import { stem } from '../analysis/stem.ts';
import type { Language } from '../types.ts';
import type { Alternative, Concept } from './concepts.ts';
import type { Lexicon } from './lexicon.ts';
import { sure } from './stands.ts';

/** The word as it is typed, or in the other language: what says about the same may be about something else. */
export function isItself({ way }: Alternative): boolean {
  return isTyped(way) || isTranslated(way);
}

/** A concept with only the words as they are typed, with the sides of a hyphen or the words of a phrase. */
export function asTyped(concept: Concept): Concept {
  return only(concept, ({ way }) => isTyped(way));
}

/** The same with the other language's words for them. */
export function asItself(concept: Concept): Concept {
  return only(concept, isItself);
}

/**
 * A concept with only what it is called by: the words, with slips put right, what compounds are made of, the other
 * language's words for them, and names of which each is the other's in the thesaurus: "corona" and "covid".
 */
export function asCalled(concept: Concept, language: Language, lexicon: Lexicon): Concept {
  const names = mutualNames(concept.label, language, lexicon);
  const alternatives = sure(concept).filter(
    ({ terms, way }) => way.by === undefined || isTranslated(way) || names.has(terms.join(' ')),
  );
  return { ...concept, alternatives, parts: concept.parts.map((part) => asCalled(part, language, lexicon)) };
}

function only(concept: Concept, keep: (alternative: Alternative) => boolean): Concept {
  // What a compound is made of is less than the word.
  const parts = concept.partsWeight === 1 ? concept.parts.map((part) => only(part, keep)) : [];
  return { ...concept, alternatives: concept.alternatives.filter(keep), parts };
}

function isTyped({ by, slips, foreign }: Alternative['way']): boolean {
  return by === undefined && !slips && !foreign;
}

function isTranslated({ by }: Alternative['way']): boolean {
  return by?.to === 'headword' && (by.from === 'english' || by.from === 'headword');
}

/** The terms, joined by spaces, that an entry gives as the formal name of these words, and their own entry the other way. */
function mutualNames(label: string, language: Language, { equivalents }: Lexicon): ReadonlySet<string> {
  const found = equivalents.find(label.split(' ').map(stem[language]), language);
  const between = (from: string, to: string) =>
    new Set(found.filter((each) => each.from === from && each.to === to).map(({ terms }) => terms.join(' ')));
  const back = between('formal', 'headword');
  return new Set([...between('headword', 'formal')].filter((name) => back.has(name)));
}
