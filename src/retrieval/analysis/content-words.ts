import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokens } from './tokens.ts';

/** The words of a text that say what it is about: all but stop words. */
export function contentWords(text: string): Token[] {
  return tokens(text).filter(({ form }) => !isStopWord(form));
}

/** Their Dutch stems, in order, repeated ones too. */
export function contentStems(text: string): string[] {
  return contentWords(text).map(({ form }) => stem.nl(form));
}
