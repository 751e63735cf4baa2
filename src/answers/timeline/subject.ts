import { contentWords } from '../../retrieval/analysis/content-words.ts';
import { fold } from '../../retrieval/analysis/fold.ts';
import { stem } from '../../retrieval/analysis/stem.ts';
import { isStopWord } from '../../retrieval/analysis/stop-words.ts';
import { tokens } from '../../retrieval/analysis/tokens.ts';
import type { Language } from '../../retrieval/types.ts';
import { BUNDLED_NAMES, type OtherNames } from './other-names.ts';

/** One word of a subject: its stem, or the stems of the sides of its hyphen ("EU-NAVO" is also "NAVO-EU"). */
export interface SubjectTerm {
  /** As it is written, folded: compounds hold it so. */
  readonly form: string;
  readonly whole: string;
  readonly parts: readonly string[];
  /** Stems of single words that say the same: "russisch" for Rusland. */
  readonly others: readonly string[];
}

/** The words of a subject that say something. */
export function subjectTerms(subject: string, names: OtherNames = BUNDLED_NAMES): SubjectTerm[] {
  const words = contentWords(subject);
  // A word of an English name means something else by itself: "control" in "arms control".
  const languages: readonly Language[] = words.length === 1 ? ['nl', 'en'] : ['nl'];
  return words.map(({ form, parts }) => ({
    form,
    whole: stem.nl(form),
    parts: parts.filter((part) => !isStopWord(part)).map(stem.nl),
    others: names.sure(form, languages).flatMap((name) => {
      const [word, ...more] = tokens(name);
      return word && more.length === 0 && !isStopWord(word.form) ? [stem.nl(word.form)] : [];
    }),
  }));
}

/** How much of each term a text holds, 0 to 1. */
export type TermMatch = (text: string) => readonly number[];

/** A longer word that holds a term says most of it ("NAVO-defensieuitgaven", "cyberbeleid"). */
export const WITHIN_WORD = 0.7;
/** Shorter stems are found in words by chance. */
const SHORTEST_WITHIN = 5;
/** Another name says the same, but less surely. */
const OTHER_NAME = 0.8;
/** One side of a hyphenated term says little of it. */
const ONE_SIDE = 0.3;

/** Looks for the terms of a subject in texts. */
export function termMatcher(terms: readonly SubjectTerm[]): TermMatch {
  return (text) => {
    const words = new Set<string>();
    const forms = new Set<string>();
    const sides = new Set<string>();
    for (const { form, parts } of tokens(text)) {
      words.add(stem.nl(form));
      forms.add(form);
      for (const part of parts) sides.add(stem.nl(part));
    }
    return terms.map(({ form, whole, parts, others }) => {
      if (words.has(whole)) return 1;
      const named = others.some((other) => words.has(other)) ? OTHER_NAME : 0;
      const within = sides.has(whole) || isWithin(whole, words) || isWithin(form, forms) ? WITHIN_WORD : 0;
      const own = Math.max(named, within);
      if (parts.length === 0) return own;
      const found = parts.filter((part) => words.has(part) || sides.has(part) || isWithin(part, words)).length;
      return Math.max(own, found === parts.length ? 1 : (ONE_SIDE * found) / parts.length);
    });
  };
}

function isWithin(term: string, words: ReadonlySet<string>): boolean {
  if (term.length < SHORTEST_WITHIN) return false;
  for (const word of words) if (word.includes(term)) return true;
  return false;
}

/** Whether a text may hold one of the terms: a fast look before `termMatcher`. */
export function mayHold(terms: readonly SubjectTerm[], text: string): boolean {
  const folded = fold(text);
  const flat = folded.replace(/-/g, '');
  return terms.some(
    ({ form, whole, parts, others }) =>
      [form, whole, ...others].some((word) => flat.includes(fold(word))) ||
      parts.some((part) => folded.includes(fold(part))),
  );
}
