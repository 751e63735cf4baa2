import { citationIn } from '../../answers/citation.ts';
import type { Quote } from '../../answers/schema.ts';
import type { Texts } from '../../texts/nl.ts';
import { sectionId } from '../custom-ids/passages.ts';
import { LIMITS, OWN_LIMITS } from '../limits.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { cutAtWord } from './parts/excerpt.ts';
import { displayedLength } from './parts/measure.ts';
import { pageOf } from './parts/pages.ts';
import {
  ACCENT,
  codeBlock,
  cutLabel,
  line,
  type OutgoingMessage,
  type Part,
  panel,
  small,
  text,
} from './parts/parts.ts';
import { type AskedQuestion, questionParts } from './parts/question.ts';
import { citationMarkdown, type QuoteButton, quoteButtons, quoteParts } from './parts/quote.ts';

interface SharedView {
  /** Who shared it, and with whom. Markdown. */
  readonly note?: string;
  readonly pings?: readonly string[];
  /** What it answers. */
  readonly asked?: AskedQuestion | null;
  readonly isPublic: boolean;
}

/** One quote by itself, in the open or for one person. */
export function sharedQuote(quote: Quote, texts: Texts, { note, pings, asked, isPublic }: SharedView): OutgoingMessage {
  const head = [...(note ? [small(note)] : []), ...(asked ? questionParts(asked, isPublic ? 'heading' : 'small') : [])];
  const buttons: readonly QuoteButton[] = ['context', 'section', 'copy', 'keep', 'source'];
  const room = LIMITS.displayedText - displayedLength(head);
  const shown = quoteParts(quote, texts, room, isPublic ? buttons : ['share', ...buttons]);
  return panel([...head, ...shown], ACCENT.answer, pings);
}

/** A quote between the passages before and after it, as far as the letter has them. */
export function contextMessage(
  quote: Quote,
  around: readonly Quote[],
  asked: AskedQuestion | null,
  texts: Texts,
): OutgoingMessage {
  const at = around.findIndex(({ id }) => id === quote.id);
  const title = [text(`### ${texts.context.title}`), ...(asked ? questionParts(asked, 'small') : [])];
  // An equal share for each; the quote itself may be long in Markdown, so it is fitted last.
  const neighbour = (passage: Quote | undefined, label: string): Part[] =>
    passage ? [small(label), text(cutAtWord(passage.text, NEIGHBOUR))] : [];
  const before = neighbour(around[at - 1], texts.context.before);
  const after = neighbour(around[at + 1], texts.context.after);
  const label = small(texts.context.quote);
  const room = LIMITS.displayedText - displayedLength([...title, ...before, label, ...after]);
  const shown = quoteParts(quote, texts, room, ['share', 'section', 'copy', 'keep', 'source']);
  return panel([...title, ...before, line(), label, ...shown, line(), ...after], ACCENT.answer);
}

/** Room for a passage before or after, in Markdown: a whole one, unless it is full of special characters. */
const NEIGHBOUR = 1000;

/** A section from its passage number `offset` on, as many as fit; a button reads on. Null where there is none. */
export function sectionMessage(passages: readonly Quote[], offset: number, texts: Texts): OutgoingMessage | null {
  const first = passages[offset];
  if (!first) return null;
  const page = pageOf({
    head: [text(`### § ${cutAtWord(first.section ?? texts.section.untitled, OWN_LIMITS.citation)}`)],
    entries: passages,
    offset,
    partsOf: ({ text: words }, { first, room }) => [text(first ? cutAtWord(words, room) : escapeMarkdown(words))],
    foot: [text(citationMarkdown(first, texts))],
    labels: { shown: texts.section.part, more: texts.button.readOn },
    idAfter: (o) => sectionId.write({ p: first.id, o }),
    buttons: (shown) => quoteButtons(first, texts, shown === 1 ? ['share', 'copy', 'source'] : ['source']),
  });
  return panel(page, ACCENT.answer);
}

/** Room for the sentence above a copy, in any language. */
const COPY_HINT = 200;

/** Quote and citation as plain text in a code block. */
export function copyMessage(quote: Quote, texts: Texts): OutgoingMessage {
  const plain = [
    `“${quote.text}”`,
    `(${cutLabel(citationIn(quote, texts.language), OWN_LIMITS.citation)})`,
    ...(quote.url ? [quote.url] : []),
  ].join('\n');
  // What no code block can hold is shown outside one: nothing in a quote is ever changed.
  const shown = codeBlock(plain) ?? cutAtWord(plain, LIMITS.displayedText - COPY_HINT);
  return panel([small(texts.copy.hint), text(shown)], ACCENT.answer);
}
