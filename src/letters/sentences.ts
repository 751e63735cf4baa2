import { INITIALS, NEVER_ENDING, SOMETIMES_ENDING } from './abbreviations.ts';
import type { Span } from './types.ts';

/** A full stop, question mark, exclamation mark or ellipsis with closing quotes and brackets, before white space. */
const CANDIDATE = /([.!?…])[.!?…]{0,3}[»"”’')\]]{0,4}(?=\s)/g;
/** How a sentence can start: a capital, a digit or a dash, perhaps after an opening quote or bracket; "'s Ochtends". */
const START = /^[«"“‘'([]{0,3}(?:\p{Lu}|\p{N}|[–—•]\s|['’]s\s\p{Lu})/u;
const LONGEST_TOKEN = 60;

/**
 * The sentences of a readable text, as ranges in it, in order; together they cover all of it but the spaces between.
 * Dutch abbreviations, initials, references ("Kamerstuk 28 676, nr. 347") and numbers do not end a sentence.
 */
export function sentenceRanges(text: string): Span[] {
  const ranges: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(CANDIDATE)) {
    const end = match.index + match[0].length;
    const next = end + 1;
    if (end <= start || next >= text.length) continue;
    if (!START.test(text.slice(next, next + 8))) continue;
    if (match[1] === '.' && match[0].length === 1 && belongsToWord(text, start, match.index, next)) continue;
    ranges.push({ start, end });
    start = next;
  }
  if (start < text.length) ranges.push({ start, end: text.length });
  return ranges;
}

/** Whether the full stop at `stop` is part of an abbreviation, an initial or a list number. */
function belongsToWord(text: string, sentenceStart: number, stop: number, next: number): boolean {
  const before = text.slice(Math.max(sentenceStart, stop - LONGEST_TOKEN), stop);
  const token = /(?<![^\s(«"“‘[])[^\s(«"“‘[]*$/u.exec(before)?.[0] ?? '';
  if (token === '') return false;
  const atStart = stop - token.length === sentenceStart;
  if (atStart && /^\d{1,2}(?:\.\d{1,2})*$/.test(token)) return true;
  if (INITIALS.test(token)) return true;
  const word = token.toLowerCase();
  if (NEVER_ENDING.has(word)) return true;
  // "op 8 en 9 november jl. De Ministers" ends; "juni a.s. 14 landen" hardly ever does.
  return SOMETIMES_ENDING.has(word) && !/^[«"“‘]?\p{Lu}/u.test(text.slice(next, next + 4));
}
