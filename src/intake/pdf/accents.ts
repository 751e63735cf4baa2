import type { Piece } from './pieces.ts';

/** Accents drawn over the letter before them, and the combining ones that mean the same. */
const ACCENTS = new Map([
  ['´', '\u0301'],
  ['`', '\u0300'],
  ['¨', '\u0308'],
  ['ˆ', '\u0302'],
  ['˜', '\u0303'],
  ['¸', '\u0327'],
  ['ˇ', '\u030c'],
  ['˘', '\u0306'],
  ['˙', '\u0307'],
  ['˚', '\u030a'],
  ['˛', '\u0328'],
  ['˝', '\u030b'],
]);

/** In heights of its letters, an accent begins so far before the end of its letter: less is an apostrophe, more another letter's. */
const OVERLAP = { min: 0.1, max: 0.85 };

/**
 * What is read up to a piece that begins with an accent drawn over the last letter before it: "Kostic" and "´" are
 * "Kostić". Null where there is no accent, or it stands beside that letter as an apostrophe does.
 *
 * @param right where the text before ends.
 * @param words those that stand by themselves on the page (`wordsApart`).
 */
export function withAccent(text: string, piece: Piece, right: number, words: ReadonlySet<string>): string | null {
  const drawn = piece.text.trim();
  const accent = ACCENTS.get(drawn.charAt(0));
  const letter = text.at(-1) ?? '';
  const overlap = (right - piece.x0) / piece.size;
  if (!accent || !/\p{L}/u.test(letter) || overlap < OVERLAP.min || overlap > OVERLAP.max) return null;
  const composed = (letter + accent).normalize('NFC');
  return composed.length === 1 ? text.slice(0, -1) + composed + restOfWord(drawn.slice(1), words) : null;
}

/** The words of a page by themselves, without what an accent parts from its word. */
export function wordsApart(pieces: readonly Piece[]): ReadonlySet<string> {
  const whole = pieces.filter(({ text }) => !ACCENTS.has(text.trim().charAt(0)));
  return new Set(whole.flatMap(({ text }) => text.toLowerCase().split(/\s+/).map(bare)));
}

/** An accent is narrower than its letter: what is left beside it reads as a space, also in the middle of a word. */
function restOfWord(rest: string, words: ReadonlySet<string>): string {
  const first = /^\s\p{Ll}\S*/u.exec(rest)?.[0].trim() ?? '';
  const goesOn = first !== '' && !/^\p{Ll}\./u.test(first) && !words.has(bare(first));
  return goesOn ? rest.trimStart() : rest;
}

function bare(word: string): string {
  return word.replace(/^\P{L}+|\P{L}+$/gu, '');
}
