import { readable } from '../letters/readable.ts';
import { type Letter, MAX_QUOTE_LENGTH, type Passage, type Span } from '../letters/types.ts';
import { citationOf } from './citation.ts';
import { letterRef } from './letters.ts';
import type { Quote } from './schema.ts';

/** A quote that is not, word for word, what its letter says. Never sent; always a fault of the program. */
export class VerbatimError extends Error {
  override readonly name = 'VerbatimError';
  constructor(
    readonly file: string,
    readonly span: Span,
    readonly why: string,
  ) {
    super(`Not a quote of ${file} at ${span.start}-${span.end}: ${why}`);
  }
}

export interface QuoteDetails {
  /** Source spans inside the passage that answer the question. */
  readonly highlights?: readonly Span[] | undefined;
  readonly score?: number | undefined;
}

/**
 * Makes a quote of a passage: the only way to words in a letter's name.
 * @throws {VerbatimError} when what would be shown is not what stands in the letter
 */
export function quoteOf(letter: Letter, passage: Passage, details: QuoteDetails = {}): Quote {
  const { text, offsets } = readable(letter, passage, passage.skipped);
  const highlights = (details.highlights ?? []).map(({ start, end }) => ({ start, end }));
  const quote: Quote = {
    id: passage.id,
    file: letter.file,
    start: passage.start,
    end: passage.end,
    skipped: passage.skipped.map(({ start, end }) => ({ start, end })),
    text,
    highlights,
    marks: marksOf(text, offsets, highlights),
    section: letter.sections[passage.section]?.title ?? null,
    page: passage.page,
    letter: letterRef(letter),
    citation: citationOf(letter, passage),
    url: letter.metadata.url,
    score: details.score ?? 0,
  };
  assertVerbatim(letter.source, quote);
  return quote;
}

/** Where the highlights stand in the readable text; `offsets[i]` is the source offset of `text[i]`, ascending. */
function marksOf(text: string, offsets: ArrayLike<number>, highlights: readonly Span[]): Span[] {
  const marks: { start: number; end: number }[] = [];
  for (const { start, end } of [...highlights].sort((a, b) => a.start - b.start)) {
    let from = Math.max(firstAtOrAfter(offsets, start), marks.at(-1)?.end ?? 0);
    let to = firstAtOrAfter(offsets, end);
    while (from < to && text[from] === ' ') from++;
    while (to > from && text[to - 1] === ' ') to--;
    if (from < to) marks.push({ start: from, end: to });
  }
  return marks;
}

function firstAtOrAfter(offsets: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Compares a quote with its source without the code that made it: apart from white space and line-end hyphens, the text
 * is the hull without what is skipped, and every highlight lies inside the hull.
 * @throws {VerbatimError}
 */
export function assertVerbatim(
  source: string,
  quote: Pick<Quote, 'file' | 'start' | 'end' | 'skipped' | 'text' | 'highlights'>,
): void {
  const fail = (why: string) => {
    throw new VerbatimError(quote.file, quote, why);
  };
  if (quote.start < 0 || quote.end > source.length || quote.start >= quote.end)
    fail('the span lies outside the letter');
  if (quote.text === '') fail('it is empty');
  if (quote.text.length > MAX_QUOTE_LENGTH) fail(`it is longer than ${MAX_QUOTE_LENGTH} characters`);
  let hull = '';
  let at = quote.start;
  for (const skip of quote.skipped) {
    if (skip.start < at || skip.end > quote.end || skip.start >= skip.end) fail('what is skipped is out of order');
    hull += source.slice(at, skip.start);
    at = skip.end;
  }
  hull += source.slice(at, quote.end);
  if (!sameWords(hull, quote.text)) fail('the words differ');
  for (const { start, end } of quote.highlights) {
    if (start < quote.start || end > quote.end || start >= end) fail('a highlight lies outside it');
  }
}

/** Walks both texts at once; the hull alone may hold white space runs and a hyphen before a line end. */
function sameWords(hull: string, text: string): boolean {
  let i = 0;
  let j = 0;
  while (i < hull.length || j < text.length) {
    const a = hull[i];
    const b = text[j];
    if (a !== undefined && a === b && !isSpace(a)) {
      i++;
      j++;
    } else if (a !== undefined && isSpace(a)) i++;
    else if (b === ' ') j++;
    else if (a === '-' && endsLine(hull, i + 1)) i++;
    else return false;
  }
  return true;
}

const isSpace = (char: string) => /\s/.test(char);

function endsLine(text: string, from: number): boolean {
  return /^[^\S\r\n\f]*[\r\n\f]/.test(text.slice(from, from + 80));
}
