import { stem } from '../analysis/stem.ts';
import { isAllCapitals, tokens } from '../analysis/tokens.ts';
import type { Alternative, Concept } from './concepts.ts';
import type { Equivalent } from './equivalents.ts';
import type { Lexicon } from './lexicon.ts';

/** A few letters and digits: an aircraft, a process, a group of states. */
const CODE = /^\p{L}{1,6}\d/u;
const PLAIN_NUMBER = /^\d/;
/** Names as long as this are also taken to stand where a word shares all but their ending: "Israëls", "Israëlisch". */
const INFLECTED = 5;
const ENDING = 2;
/** Words of more letters than this begin with a capital in a title. */
const LONGER = 3;

/**
 * The names that a question gives and no letter does, as they are typed: people, countries, parties, types of aircraft.
 * Nothing can be quoted of them, however alike a passage about another is. What the thesaurus calls by other names, and
 * what is misspelt, counts as said.
 */
export function absentNames(question: string, concepts: readonly Concept[], lexicon: Lexicon): string[] {
  const words = question.match(/[\p{L}\p{N}]\S*/gu) ?? [];
  if (isAllCapitals(question) || isTitle(words)) return [];
  const named = concepts.flatMap((concept) =>
    // Of a phrase that the thesaurus does not know by other words, each word.
    concept.label.includes(' ') && !concept.alternatives.some(saysTheSame) ? concept.parts : [concept],
  );
  return named.flatMap((concept) => {
    if (!concept.name || PLAIN_NUMBER.test(concept.label)) return [];
    const typed = typedAs(concept.label, words);
    return isSaid(concept, typed, lexicon) ? [] : [typed];
  });
}

/** Capitals tell no names apart where all longer words have them. */
function isTitle(words: readonly string[]): boolean {
  const longer = words.slice(1).filter((word) => word.length > LONGER);
  return longer.length > 2 && longer.every((word) => /^\p{Lu}/u.test(word));
}

function isSaid({ label, alternatives, parts }: Concept, typed: string, lexicon: Lexicon): boolean {
  if (alternatives.some(saysTheSame) || goesByAnother(label, lexicon)) return true;
  // The sides of "F-35" say nothing apart, of "G20-landen" one is a code itself.
  if (CODE.test(label) && !parts.some(isCode)) return parts.length > 2 && beginsWithCode(parts, lexicon);
  // Of "KFOR-missie" and "EU-topvrouw" the side with a capital is the name; a compound is said by its parts.
  const sides = typed.split(/[-/&]/);
  if (parts.length > 0)
    return parts.every((part, i) => {
      const side = sides.length === parts.length ? (sides[i] ?? '') : '';
      const isName = side === '' || /^\p{Lu}/u.test(side) || isCode(part);
      return !isName || isSaid(part, side, lexicon);
    });
  if (label.length < INFLECTED) return false;
  if (lexicon.postings.hasBeginning(label.slice(0, label.length - ENDING))) return true;
  return lexicon.spelling.correct(label).some(({ word }) => lexicon.postings.id(stem.nl(word)) !== undefined);
}

function isCode({ label }: Concept): boolean {
  return CODE.test(label);
}

/** Names are used in both languages: "NL" in an English question too. */
function goesByAnother(label: string, { equivalents }: Lexicon): boolean {
  return (['nl', 'en'] as const).some((language) =>
    equivalents.find([stem[language](label)], language).some(isAnotherName),
  );
}

function saysTheSame({ way }: Alternative): boolean {
  return way.by === undefined || isAnotherName(way.by);
}

/** What is only related to a name is not called by it. */
function isAnotherName({ from, to }: Pick<Equivalent, 'from' | 'to'>): boolean {
  return from !== 'related' && to !== 'related';
}

/** "F-35-programma" names the F-35. */
function beginsWithCode([letters, digits]: readonly Concept[], lexicon: Lexicon): boolean {
  return lexicon.postings.id(`${letters?.label}${digits?.label}`) !== undefined;
}

function typedAs(label: string, words: readonly string[]): string {
  const word = words.find((one) => tokens(one).some(({ form }) => form === label)) ?? label;
  const [toLastLetter = ''] = /^.*[\p{L}\p{N}]/su.exec(word) ?? [];
  return toLastLetter.replace(/['’]s$/, '');
}
