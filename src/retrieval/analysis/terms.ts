import type { CompoundSplitter } from './compounds.ts';
import { stem } from './stem.ts';
import { isStopWord } from './stop-words.ts';
import { type Token, tokens } from './tokens.ts';

/** How much a learned part of a compound counts beside the whole; the sides of a hyphen count in full. */
const PART_WEIGHT = 0.7;

/** A term of a text: a Dutch stem, and how much of an occurrence it is. */
export interface Term {
  readonly stem: string;
  readonly weight: number;
}

/** Stems of the words of a text, compounds also by their parts; stop words are left out. */
export function terms(text: string, split: CompoundSplitter): Term[] {
  return tokens(text).flatMap((token) => termsOf(token, split));
}

/** The terms of one word: none of a stop word. */
export function termsOf(token: Pick<Token, 'form' | 'parts'>, split: CompoundSplitter): Term[] {
  if (isStopWord(token.form)) return [];
  const result: Term[] = [{ stem: stem.nl(token.form), weight: 1 }];
  if (token.parts.length > 0) {
    for (const part of token.parts) {
      if (isStopWord(part)) continue;
      result.push({ stem: stem.nl(part), weight: 1 });
      for (const piece of split(part)) result.push({ stem: stem.nl(piece), weight: PART_WEIGHT });
    }
    return result;
  }
  for (const part of split(token.form)) result.push({ stem: stem.nl(part), weight: PART_WEIGHT });
  return result;
}
