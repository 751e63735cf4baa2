import { readable, spanInSource } from '../../letters/readable.ts';
import type { Letter, Passage, Span } from '../../letters/types.ts';
import { quoteOf } from '../quote.ts';
import type { Quote } from '../schema.ts';

/** So many paragraphs at the beginning of a letter say what it is, and how and where a meeting is held. */
const OPENING = 6;

/** The paragraphs with which a letter begins, before the first question that it answers. */
export function openingOf(letter: Letter): readonly Passage[] {
  const first = letter.passages.findIndex(({ section }) => (letter.sections[section]?.question ?? null) !== null);
  const before = first < 0 ? letter.passages : letter.passages.slice(0, first);
  return before.filter(({ kind }) => kind === 'paragraph').slice(0, OPENING);
}

/** A passage quoted for some words of it, which are found in its readable text; nothing where they are not. */
export function quotedFor(letter: Letter, passage: Passage, find: (text: string) => Span | null): Quote[] {
  const form = readable(letter, passage, passage.skipped);
  const words = find(form.text);
  return words ? [quoteOf(letter, passage, { highlights: [spanInSource(form, words)], score: 1 })] : [];
}
