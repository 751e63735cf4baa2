import type { APIButtonComponent } from 'discord.js';
import { citationIn, headingIn, letterCitation } from '../../../answers/citation.ts';
import { type Official, officialOf } from '../../../answers/official.ts';
import type { Quote } from '../../../answers/schema.ts';
import { given } from '../../../given.ts';
import type { Texts } from '../../../texts/nl.ts';
import { contextId, copyId, sectionId, shareId, writeMarks } from '../../custom-ids/passages.ts';
import { keepId } from '../../custom-ids/take-along.ts';
import { LIMITS, OWN_LIMITS } from '../../limits.ts';
import { cutAtWord, excerpt } from './excerpt.ts';
import { beside, button, link, type Part, rows, safeUrl, text } from './parts.ts';

/** Which buttons stand under a quote. */
export type QuoteButton = 'share' | 'context' | 'section' | 'copy' | 'keep' | 'source';

/** Citation, page, and what is not certain about them, in small print. */
export function citationMarkdown(quote: Quote, texts: Texts): string {
  const page = quote.page === null ? '' : ` · ${texts.answer.page(quote.page)}`;
  const citation = `-# ${linked(linkText(citationIn(quote, texts.language), OWN_LIMITS.citation), quote.pageUrl)}${page}`;
  return `${citation}${inferredMarkdown(quote, texts)}`;
}

function inferredMarkdown({ letter }: Quote, texts: Texts): string {
  const fields = letter.inferred.map(({ field }) => field).filter((field) => SHOWN_FIELDS.has(field));
  if (fields.length === 0) return '';
  return `\n-# ${texts.answer.inferred([...new Set(fields)].map((field) => texts.field[field]))}`;
}

/** Captions below the footnotes of their quotes; without those where they would leave too little room for the quotes. */
function withNotes(quotes: readonly Quote[], captions: readonly string[], texts: Texts, room: number): string[] {
  const noted = captions.map((caption, i) => {
    const quote = quotes[i];
    return quote ? `${notesMarkdown(quote, texts)}${caption}` : caption;
  });
  const questions = quotes.map((quote) => questionMarkdown(quote, texts));
  const around = [...noted, ...questions].reduce((sum, line) => sum + line.length, 0);
  return room - around >= BRIEF.each * quotes.length ? noted : [...captions];
}

/** The footnotes that a quote's words stand with, each in small print on a line of its own; empty where there are none. */
function notesMarkdown({ notes }: Quote, texts: Texts): string {
  return notes
    .slice(0, OWN_LIMITS.notes)
    .map(({ text: note }) => `-# ${cutAtWord(texts.answer.note(note), OWN_LIMITS.note)}\n`)
    .join('');
}

/** Where a quote stands in its letter: "[2] § Afghanistan, blz. 3", in small print. */
export function placeMarkdown(quote: Quote, number: number | null, texts: Texts): string {
  const section = linkText(headingIn(quote, texts.language) ?? texts.section.untitled, OWN_LIMITS.section);
  const page = quote.page === null ? '' : `, ${texts.answer.page(quote.page)}`;
  return `-# ${number === null ? '' : `\\[${number}\\] `}${linked(`§ ${section}`, quote.pageUrl)}${page}`;
}

/** A quote's letter with a link to it, and what is not certain about it. */
export function letterMarkdown(quote: Quote, texts: Texts): string {
  const name = linkText(letterCitation(quote, texts.language), OWN_LIMITS.citation);
  const official = officialUrl(quote);
  const likely = official?.likely ? ` · ${linked(texts.answer.likely, official.url)}` : '';
  const named = official && !official.likely ? linked(name, official.url) : name;
  return `-# ${named}${likely}${inferredMarkdown(quote, texts)}`;
}

/** What a link says: brackets in it, as other cuts are marked by, would end it. */
function linkText(words: string, limit: number): string {
  return cutAtWord(words, limit, '…');
}

/** Markdown that leads somewhere, where that is an address Discord takes. */
function linked(markdown: string, url: string | null): string {
  const address = safeUrl(url);
  return address === null ? markdown : `[${markdown}](${address})`;
}

/** Where a quote is officially published, at its page; or where that most likely is. */
function officialUrl({ url, letter }: Quote): Official | null {
  return url === null ? officialOf(letter) : { url, likely: false };
}

/** The question that a quote answers, in small print on a line of its own above it; empty where it answers none. */
export function questionMarkdown({ question }: Quote, texts: Texts): string {
  return question === null ? '' : `-# ${cutAtWord(texts.answer.question(question), OWN_LIMITS.askedQuestion)}\n`;
}

/** What a citation shows of a letter and does not mark itself as inferred. */
const SHOWN_FIELDS: ReadonlySet<Quote['letter']['inferred'][number]['field']> = new Set(['kind', 'meeting']);

/** The buttons of one quote. */
export function quoteButtons(quote: Quote, texts: Texts, shown: readonly QuoteButton[]): APIButtonComponent[] {
  const passage = given({ p: quote.id, m: writeMarks(quote.marks) });
  const make: Record<QuoteButton, () => APIButtonComponent[]> = {
    share: () => [button(texts.button.share, shareId.write(passage))],
    context: () => [button(texts.button.context, contextId.write(passage))],
    section: () => [button(texts.button.section, sectionId.write({ p: quote.id }))],
    copy: () => [button(texts.button.copy, copyId.write(passage))],
    keep: () => [button(texts.button.keep, keepId.write(passage))],
    source: () => {
      const official = officialUrl(quote);
      return official ? link(official.likely ? texts.button.likely : texts.button.source, official.url) : [];
    },
  };
  return shown.flatMap((name) => make[name]());
}

/** One quote with its citation and buttons, in as much text as `room` allows. */
export function quoteParts(quote: Quote, texts: Texts, room: number, buttons: readonly QuoteButton[]): readonly Part[] {
  const [caption = ''] = withNotes([quote], [citationMarkdown(quote, texts)], texts, room);
  const shown = fitted([quote], [caption], texts, room);
  return [...shown.map((words) => text(`${words}\n${caption}`)), ...rows(quoteButtons(quote, texts, buttons))];
}

/**
 * Quotes one below the other, each with its number and place; a letter is named once for those of it that follow one
 * another. They are kept short; as much text as `room` allows is used only where that is needed to show them all.
 *
 * @param from the number of the first; null where they are not numbered
 * @returns the parts of each quote that fits, at least of the first: its words, and its place with a button to keep it
 */
export function quoteList(
  quotes: readonly Quote[],
  texts: Texts,
  room: number,
  from: number | null,
): readonly (readonly Part[])[] {
  const bare = quotes.map((quote, i) => {
    const place = placeMarkdown(quote, from === null ? null : from + i, texts);
    const isBelow = quotes[i - 1]?.letter.id === quote.letter.id;
    return isBelow ? place : `${place}\n${letterMarkdown(quote, texts)}`;
  });
  const captions = withNotes(quotes, bare, texts, room);
  const around = captions.reduce((sum, caption) => sum + caption.length, 0);
  const brief = around + (quotes.length === 1 ? BRIEF.one : BRIEF.each * quotes.length);
  const short = fitted(quotes, captions, texts, Math.min(room, brief));
  const shown = short.length === quotes.length ? short : fitted(quotes, captions, texts, room);
  return shown.map((words, i) => withCaption(words, captions[i] ?? '', quotes[i], texts));
}

/** Words above their caption, beside which stands the button that keeps the quote. */
export function withCaption(words: string, caption: string, quote: Quote | undefined, texts: Texts): readonly Part[] {
  const [keep] = quote ? quoteButtons(quote, texts, ['keep']) : [];
  return [text(words), keep ? beside(caption, keep) : text(caption)];
}

/** How much of a quote is shown where there is no need for more: one by itself, or each of several. */
const BRIEF = { one: 640, each: 420 } as const;

/**
 * Quotes as Markdown, within `room` together with their captions. Longer quotes give way first; where even the
 * highlights do not fit, the last quotes are left out.
 */
function fitted(quotes: readonly Quote[], captions: readonly string[], texts: Texts, room: number): string[] {
  const questions = quotes.map((quote) => questionMarkdown(quote, texts));
  for (let shown = quotes.length; shown > 0; shown--) {
    const lines = [...questions.slice(0, shown), ...captions.slice(0, shown)];
    const around = lines.reduce((sum, line) => sum + line.length, shown * FRAME);
    const excerpts = excerptsWithin(quotes.slice(0, shown), room - around, shown === 1);
    if (excerpts) return excerpts.map((words, index) => `${questions[index]}> ${words}`);
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
