import type { Quote } from '../../../answers/schema.ts';
import type { View } from '../../context.ts';
import { excerpt } from './excerpt.ts';
import { type Part, rows, text } from './parts.ts';
import { citationMarkdown, placeMarkdown, type QuoteButton, quoteButtons } from './quote.ts';

/** Room for one quote in Markdown, so that a few always fit in a message. */
const QUOTE_LENGTH = 1200;
const BUTTONS: readonly QuoteButton[] = ['share', 'context', 'keep', 'source'];
/** Where the letter is named and linked above: the section alone. */
const WITHIN_LETTER: readonly QuoteButton[] = ['share', 'context', 'keep'];

/**
 * A quote in a list of them: words, citation, what else there is to say (Markdown), buttons. It may be part of a passage;
 * its buttons show the whole passage with these words marked.
 */
export function quotePoint(
  quote: Quote,
  { library, texts }: View,
  {
    above = [],
    below = [],
    letterNamed = false,
  }: { readonly above?: readonly string[]; readonly below?: readonly string[]; readonly letterNamed?: boolean } = {},
): readonly Part[] {
  const words = excerpt(quote, QUOTE_LENGTH) ?? excerpt({ ...quote, marks: [] }, QUOTE_LENGTH) ?? '';
  const lines = [
    ...above,
    `> ${words}`,
    letterNamed ? placeMarkdown(quote, null, texts) : citationMarkdown(quote, texts),
    ...below,
  ];
  const marks = marksInPassage(quote.text, library.quote(quote.id)?.text ?? quote.text);
  return [
    text(lines.join('\n')),
    ...rows(quoteButtons({ ...quote, marks }, texts, letterNamed ? WITHIN_LETTER : BUTTONS)),
  ];
}

/** Where the words of a quote stand in the passage that its buttons show; none where it is the whole passage. */
function marksInPassage(words: string, passage: string): Quote['marks'] {
  if (words === passage) return [];
  const start = passage.indexOf(words);
  if (start >= 0) return [{ start, end: start + words.length }];
  // A quote can begin in the passage before: what it takes of this one is its beginning.
  for (let end = Math.min(passage.length, words.length); end > 0; end--)
    if (words.endsWith(passage.slice(0, end))) return [{ start: 0, end }];
  return [];
}
