import type { Letter, Passage, Span } from '../letters/types.ts';
import { isQuotable } from '../retrieval/quotable.ts';
import type { Note } from './schema.ts';

/** A mark may stand behind the full stop of its sentence: "besluit.1". */
const BEHIND = 1;

/**
 * The footnotes whose marks stand in what answers, or in all of a passage where nothing does by itself: what a letter
 * says at the foot of the page belongs to the words that it stands under. Bare addresses are left out.
 */
export function notesOf(letter: Letter, passage: Passage, highlights: readonly Span[]): Note[] {
  const said: readonly Span[] = highlights.length > 0 ? highlights : [passage];
  return letter.passages
    .filter(({ mark, id }) => mark && id !== passage.id && said.some((span) => isIn(mark, span)))
    .filter(isQuotable)
    .map(({ id, start, end, skipped, text }) => ({ id, start, end, skipped: [...skipped], text }));
}

function isIn(mark: Span, { start, end }: Span): boolean {
  return start <= mark.start && mark.start <= end + BEHIND;
}
