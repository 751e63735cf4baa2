import type { Quote } from '../../../answers/schema.ts';
import { given } from '../../../given.ts';
import type { View } from '../../context.ts';
import { openId, writeMarks } from '../../custom-ids/passages.ts';
import { excerpt } from './excerpt.ts';
import { headingLabel } from './names.ts';
import { type Part, text } from './parts.ts';
import { letterMarkdown, placeMarkdown, questionMarkdown, withCaption } from './quote.ts';

/** Room for one quote in Markdown, so that a few always fit in a message. */
const QUOTE_LENGTH = 1200;

/** How a quote stands in a list. */
interface Place {
  /** Markdown. */
  readonly above?: readonly string[];
  readonly below?: readonly string[];
  /** Its number in the list, by which it is chosen from the menu. */
  readonly number: number;
  /** Its letter is named above: the place in it is enough. */
  readonly letterNamed: boolean;
}

/** A quote in a list of them: the question it answers, words, number and place beside a button that keeps it, what else there is to say. */
export function quotePoint(
  quote: Quote,
  view: View,
  { above = [], below = [], number, letterNamed }: Place,
): readonly Part[] {
  const { texts } = view;
  const shown = isAllMarked(quote) ? { ...quote, marks: [] } : quote;
  const words = excerpt(shown, QUOTE_LENGTH) ?? excerpt({ ...quote, marks: [] }, QUOTE_LENGTH) ?? '';
  const place = placeMarkdown(quote, number, texts);
  const caption = letterNamed ? place : `${place}\n${letterMarkdown(quote, texts)}`;
  return [
    ...withCaption(
      [...above, `${questionMarkdown(quote, texts)}> ${words}`].join('\n'),
      caption,
      inPassage(quote, view),
      texts,
    ),
    ...(below.length > 0 ? [text(below.join('\n'))] : []),
  ];
}

/** Where all is bold, nothing stands out. */
function isAllMarked({ text: words, marks }: Quote): boolean {
  return marks.reduce((sum, { start, end }) => sum + end - start, 0) >= words.length - marks.length;
}

/** Whether the entry before, on the same page, is of the same letter. */
export function sameLetter(entries: readonly { readonly quote: Quote }[], at: number, first: boolean): boolean {
  return !first && entries[at - 1]?.quote.letter.id === entries[at]?.quote.letter.id;
}

/** The quote of an entry; without its question where the entry before, on the same page, answers it too. */
export function questionOnce(entries: readonly { readonly quote: Quote }[], at: number, first: boolean): Quote | null {
  const quote = entries[at]?.quote ?? null;
  const isAsked = sameLetter(entries, at, first) && entries[at - 1]?.quote.question === quote?.question;
  return quote && isAsked ? { ...quote, question: null } : quote;
}

/** The choice of a menu that opens a quote of the list: it shows the whole passage with these words marked. */
export function pointChoice(quote: Quote, number: number, view: View) {
  const { id, section, marks, letter } = inPassage(quote, view);
  const label = `[${number}] ${section ?? view.texts.section.untitled}`;
  return {
    label: headingLabel(label, letter.letterDate, view.language),
    id: openId.write(given({ p: id, m: writeMarks(marks) })),
  };
}

/** A quote, which may be part of a passage, with its place in that for marks. */
function inPassage(quote: Quote, { library }: View): Quote {
  return { ...quote, marks: marksInPassage(quote.text, library.quote(quote.id)?.text ?? quote.text) };
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
