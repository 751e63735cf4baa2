import type { Vocabulary } from './vocabulary.ts';

/** What becomes of a hyphen at a line end: it goes, it stays and the halves are joined, or nothing is touched. */
export type HyphenFate = 'join' | 'keep' | 'space';

/** "gevechts-\nen cybercapaciteiten": the hyphen stands for the second half of a later word. */
const SUSPENDING = new Set([
  'en',
  'of',
  'dan',
  'tot',
  'respectievelijk',
  'resp',
  'alsmede',
  'evenals',
  'als',
  'noch',
  'and',
  'or',
]);
/** First halves that Dutch spelling ties with a hyphen. */
const PREFIXES = new Set(['niet', 'non', 'ex', 'oud', 'vice', 'adjunct', 'aspirant', 'kandidaat', 'interim', 'quasi']);
/** "secretaris-generaal", "minister-president": titles that keep their hyphen. */
const TITLE_ENDS = /^(?:generaals?|presidenten?|president|president’s|griffier)$/;
const TITLES =
  /^(?:secretaris|directeur|procureur|inspecteur|gouverneur|advocaat|minister|vice|luitenant|landsadvocaat|plaatsvervanger)$/;
const ADJECTIVE = /(?:isch|ieel|eel|iek|air|lijk|ief|aal|eus)(?:e|ele)?$/;
/** Letters that would be read as one sound if the halves were written together. */
const CLASH = /(?:a[aeiu]|e[eiu]|i[ej]|o[eiou]|u[iu])$/;
const VOWEL_RUN = /[aeiou]$/;
const CAPITALS = /^[\p{Lu}\p{N}]{2,}$/u;

/**
 * Decides about the hyphen between the last word of a line and the first of the next, in Dutch. The corpus's own
 * vocabulary has the first word; where it is silent, spelling rules: abbreviations, capitals, digits, fixed prefixes
 * and clashing vowels keep the hyphen, anything else was broken by the typesetter.
 *
 * @param left what stands before the hyphen ("bondge"), with inner hyphens ("NAVO-defensie").
 * @param right what stands after it ("nootschap").
 */
export function hyphenFate(left: string, right: string, vocabulary: Vocabulary): HyphenFate {
  if (left === '' || right === '') return 'space';
  if (SUSPENDING.has(right.toLowerCase())) return 'space';
  const known = byVocabulary(left, right, vocabulary);
  if (known) return known;
  return bySpelling(left.split('-').at(-1) ?? left, right, vocabulary);
}

function byVocabulary(left: string, right: string, vocabulary: Vocabulary): HyphenFate | null {
  // "NAVO-defensie-\nplanningsproces": the whole word may be unknown while its last compound is not.
  const shortLeft = left.split('-').at(-1) ?? left;
  const shortRight = right.split('-')[0] ?? right;
  for (const [l, r] of [
    [left, right],
    [shortLeft, right],
    [shortLeft, shortRight],
  ] as const) {
    const joined = vocabulary.count(l + r);
    const kept = vocabulary.count(`${l}-${r}`);
    if (joined !== kept) return joined > kept ? 'join' : 'keep';
  }
  return null;
}

function bySpelling(left: string, right: string, vocabulary: Vocabulary): HyphenFate {
  if (left.length === 1 || /\p{N}$/u.test(left) || /^\p{N}/u.test(right)) return 'keep';
  const inCapitals = left === left.toUpperCase() && /^[\p{Lu}-]{2,}$/u.test(right);
  if (inCapitals)
    return vocabulary.isAcronym(left) && vocabulary.count(right) > 0
      ? 'keep'
      : bySpellingOfWord(left, right, vocabulary);
  if (CAPITALS.test(left) || /^\p{Lu}/u.test(right)) return 'keep';
  return bySpellingOfWord(left, right, vocabulary);
}

function bySpellingOfWord(leftWord: string, rightWord: string, vocabulary: Vocabulary): HyphenFate {
  const left = leftWord.toLowerCase();
  const right = rightWord.toLowerCase();
  if (PREFIXES.has(left)) return 'keep';
  if (TITLES.test(left) && TITLE_ENDS.test(right)) return 'keep';
  if (VOWEL_RUN.test(left) && CLASH.test(left.at(-1)! + right.charAt(0))) return 'keep';
  const bothWords = vocabulary.count(left) > 0 && vocabulary.count(right) > 0;
  return bothWords && ADJECTIVE.test(left) && ADJECTIVE.test(right) ? 'keep' : 'join';
}
