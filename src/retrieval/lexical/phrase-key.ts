import { stem } from '../analysis/stem.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import { tokens } from '../analysis/tokens.ts';
import type { Language } from '../types.ts';

/** Longest phrase that the thesaurus is asked for, in content words. */
export const LONGEST_PHRASE = 5;

/** The stems of the content words of a term: how it is looked up. Empty where it has none, or too many. */
export function phraseStems(term: string, language: Language): string[] {
  const forms = tokens(term).map((token) => token.form);
  const content = forms.filter((form) => !isStopWord(form));
  const kept = content.length > 0 ? content : forms.slice(0, 1);
  return kept.length > LONGEST_PHRASE ? [] : kept.map((form) => stem[language](form));
}
