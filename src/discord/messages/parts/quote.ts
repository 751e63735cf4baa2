import type { APIButtonComponent } from 'discord.js';
import type { Quote } from '../../../answers/schema.ts';
import { given } from '../../../given.ts';
import type { Texts } from '../../../texts/nl.ts';
import { contextId, copyId, sectionId, shareId, writeMarks } from '../../custom-ids/passages.ts';
import { LIMITS, OWN_LIMITS } from '../../limits.ts';
import { cutAtWord, excerpt } from './excerpt.ts';
import { button, link, type Part, rows, text } from './parts.ts';

/** Which buttons stand under a quote. */
export type QuoteButton = 'share' | 'context' | 'section' | 'copy' | 'source';

/** Citation, page, and what is not certain about them, in small print. */
export function citationMarkdown(quote: Quote, texts: Texts): string {
  const page = quote.page === null ? '' : ` · ${texts.answer.page(quote.page)}`;
  const citation = `-# ${cutAtWord(quote.citation, OWN_LIMITS.citation)}${page}`;
  const fields = quote.letter.inferred.map(({ field }) => field).filter((field) => SHOWN_FIELDS.has(field));
  if (fields.length === 0) return citation;
  return `${citation}\n-# ${texts.answer.inferred([...new Set(fields)].map((field) => texts.field[field]))}`;
}

/** The question that a quote answers, in small print on a line of its own above it; empty where it answers none. */
function questionMarkdown({ question }: Quote, texts: Texts): string {
  return question === null ? '' : `-# ${cutAtWord(texts.answer.question(question), OWN_LIMITS.askedQuestion)}\n`;
}

/** What a citation shows of a letter and does not mark itself as inferred. */
const SHOWN_FIELDS: ReadonlySet<Quote['letter']['inferred'][number]['field']> = new Set(['kind', 'meeting']);

/** The buttons of one quote: at most one row. */
export function quoteButtons(quote: Quote, texts: Texts, shown: readonly QuoteButton[]): APIButtonComponent[] {
  const passage = given({ p: quote.id, m: writeMarks(quote.marks) });
  const make: Record<QuoteButton, () => APIButtonComponent[]> = {
    share: () => [button(texts.button.share, shareId.write(passage))],
    context: () => [button(texts.button.context, contextId.write(passage))],
    section: () => [button(texts.button.section, sectionId.write({ p: quote.id }))],
    copy: () => [button(texts.button.copy, copyId.write(passage))],
    source: () => link(texts.button.source, quote.url),
  };
  return shown.flatMap((name) => make[name]());
}

/**
 * Quotes with their citations and buttons, in as much text as `room` allows. Longer quotes give way first; where even
 * the highlights do not fit together, the last quotes are left out.
 *
 * @returns the parts of each quote that is shown, at least those of the first
 */
export function quoteParts(
  quotes: readonly Quote[],
  texts: Texts,
  room: number,
  buttons: readonly QuoteButton[],
): readonly (readonly Part[])[] {
  const questions = quotes.map((quote) => questionMarkdown(quote, texts));
  const citations = quotes.map((quote) => citationMarkdown(quote, texts));
  for (let shown = quotes.length; shown > 0; shown--) {
    const lines = [...questions.slice(0, shown), ...citations.slice(0, shown)];
    const around = lines.reduce((sum, line) => sum + line.length, shown * FRAME);
    const excerpts = excerptsWithin(quotes.slice(0, shown), room - around, shown === 1);
    if (excerpts)
      return quotes
        .slice(0, shown)
        .map((quote, index) => [
          text(`${questions[index]}> ${excerpts[index]}\n${citations[index]}`),
          ...rows(quoteButtons(quote, texts, buttons)),
        ]);
  }
  return [];
}

/** "> " and the line end between a quote and its citation. */
const FRAME = 3;

/**
 * Excerpts of all quotes within `room` together: short ones whole, the others share what is left. Null where a highlight
 * does not fit; with `atAnyCost` it is then shown without its highlight.
 */
function excerptsWithin(quotes: readonly Quote[], room: number, atAnyCost: boolean): string[] | null {
  const whole = quotes.map((quote) => excerpt(quote, LIMITS.displayedText)?.length ?? LIMITS.displayedText);
  const limits = shares(whole, room);
  const excerpts = quotes.map(
    (quote, index) =>
      excerpt(quote, limits[index] ?? 0) ?? (atAnyCost ? cutAtWord(quote.text, limits[index] ?? 0) : null),
  );
  return excerpts.every((words) => words !== null) ? excerpts : null;
}

/** Divides `room` among wishes: who wants less than an equal share gets it, and leaves the rest to the others. */
function shares(wishes: readonly number[], room: number): number[] {
  const granted = new Array<number>(wishes.length).fill(0);
  let left = room;
  const smallestFirst = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish);
  for (const [done, { wish, index }] of smallestFirst.entries()) {
    const share = Math.min(wish, Math.floor(left / (wishes.length - done)));
    granted[index] = share;
    left -= share;
  }
  return granted;
}
