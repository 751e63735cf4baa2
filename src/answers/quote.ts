import { assertReadable, type Readable, rangeInReadable, readable } from '../letters/readable.ts';
import { type Letter, MAX_QUOTE_LENGTH, type Passage, type Span } from '../letters/types.ts';
import { anchorOf } from './anchor.ts';
import { answeredQuestion, citationOf, linkTo, sectionTitle } from './citation.ts';
import { letterRef } from './letters.ts';
import { notesOf } from './notes.ts';
import type { Quote } from './schema.ts';

/** A quote that can't be shown as it is. Never sent; always a fault of the program. */
export class QuoteError extends Error {
  override readonly name = 'QuoteError';
  constructor(
    readonly file: string,
    readonly span: Span,
    readonly why: string,
  ) {
    super(`Quote of ${file} at ${span.start}-${span.end}: ${why}`);
  }
}

export interface QuoteDetails {
  /** Source spans inside the passage that answer the question. */
  readonly highlights?: readonly Span[] | undefined;
  readonly score?: number | undefined;
}

/**
 * Makes a quote of a passage: the only way to words in a letter's name.
 * @throws {ReadableMismatchError} when the words are not, one for one, those of the letter
 * @throws {QuoteError} when it is too long, or a highlight lies outside it
 */
export function quoteOf(letter: Letter, passage: Passage, details: QuoteDetails = {}): Quote {
  const form = readable(letter, passage, passage.skipped);
  const highlights = (details.highlights ?? []).map(({ start, end }) => ({ start, end }));
  const anchor = anchorOf(letter, passage, highlights);
  const quote: Quote = {
    id: passage.id,
    file: letter.file,
    start: passage.start,
    end: passage.end,
    skipped: passage.skipped.map(({ start, end }) => ({ start, end })),
    text: form.text,
    highlights,
    marks: marksOf(form, highlights),
    section: sectionTitle(letter, passage.section),
    question: answeredQuestion(letter, passage),
    notes: notesOf(letter, passage, highlights),
    page: passage.page,
    anchor,
    pageUrl: letter.pageUrl === undefined ? null : `${letter.pageUrl}#${anchor}`,
    letter: letterRef(letter),
    citation: citationOf(letter, passage),
    url: linkTo(letter, passage),
    score: details.score ?? 0,
  };
  assertQuote(letter, quote);
  return quote;
}

function assertQuote(letter: Letter, quote: Quote): void {
  assertReadable(letter, quote, quote.skipped, quote.text);
  for (const note of quote.notes) assertReadable(letter, note, note.skipped, note.text);
  if (quote.question !== null && !isAsked(letter, quote.question)) {
    throw new QuoteError(quote.file, quote, 'its question is not the letter’s');
  }
  if (quote.text.length > MAX_QUOTE_LENGTH) {
    throw new QuoteError(quote.file, quote, `it is longer than ${MAX_QUOTE_LENGTH} characters`);
  }
  if (quote.highlights.some(({ start, end }) => start < quote.start || end > quote.end || start >= end)) {
    throw new QuoteError(quote.file, quote, 'a highlight lies outside it');
  }
}

/** Whether what a letter's questions say holds all of a text, in order: note marks and furniture may stand between. */
function isAsked({ source, parts }: Letter, question: string): boolean {
  const asked = parts
    .flatMap(({ kind, start, end }) => (kind === 'question' ? [source.slice(start, end)] : []))
    .join(' ');
  let at = 0;
  for (const word of question.split(' ')) {
    for (const unit of word) {
      at = asked.indexOf(unit, at) + 1;
      if (at === 0) return false;
    }
  }
  return true;
}

/** Where the highlights stand in the readable text: ascending, apart, without white space at their ends. */
function marksOf(form: Readable, highlights: readonly Span[]): Span[] {
  const marks: Span[] = [];
  for (const highlight of [...highlights].sort((a, b) => a.start - b.start)) {
    const range = rangeInReadable(form, highlight);
    if (!range) continue;
    let { start, end } = { start: Math.max(range.start, marks.at(-1)?.end ?? 0), end: range.end };
    while (start < end && form.text[start] === ' ') start++;
    while (end > start && form.text[end - 1] === ' ') end--;
    if (start < end) marks.push({ start, end });
  }
  return marks;
}
