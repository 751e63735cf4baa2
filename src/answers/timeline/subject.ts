import { contentWords } from '../../retrieval/analysis/content-words.ts';
import { fold } from '../../retrieval/analysis/fold.ts';
import { stem } from '../../retrieval/analysis/stem.ts';
import { isStopWord } from '../../retrieval/analysis/stop-words.ts';
import { tokens } from '../../retrieval/analysis/tokens.ts';

/** One word of a subject: its stem, or the stems of the sides of its hyphen ("EU-NAVO" is also "NAVO-EU"). */
export interface SubjectTerm {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The words of a subject that say something. */
export function subjectTerms(subject: string): SubjectTerm[] {
  return contentWords(subject).map(({ form, parts }) => ({
    whole: stem.nl(form),
    parts: parts.filter((part) => !isStopWord(part)).map(stem.nl),
  }));
}

/** How much of each term a text holds, 0 to 1. */
export type TermMatch = (text: string) => readonly number[];

/** A longer word that holds a term says most of it ("NAVO-defensieuitgaven", "cyberbeleid"). */
const WITHIN_WORD = 0.7;
/** Shorter stems are found in words by chance. */
const SHORTEST_WITHIN = 5;
/** One side of a hyphenated term says little of it. */
const ONE_SIDE = 0.3;

/** Looks for the terms of a subject in texts. */
export function termMatcher(terms: readonly SubjectTerm[]): TermMatch {
  return (text) => {
    const words = new Set<string>();
    const sides = new Set<string>();
    for (const { form, parts } of tokens(text)) {
      words.add(stem.nl(form));
      for (const part of parts) sides.add(stem.nl(part));
    }
    return terms.map(({ whole, parts }) => {
      if (words.has(whole)) return 1;
      const own = sides.has(whole) || isWithin(whole, words) ? WITHIN_WORD : 0;
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
  return terms.some(({ whole, parts }) => flat.includes(whole) || parts.some((part) => folded.includes(part)));
}
