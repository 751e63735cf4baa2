import { readable } from '../letters/readable.ts';
import type { Letter, Passage, Span } from '../letters/types.ts';

/**
 * A part of a passage as a passage: some of its sentences, to be quoted by themselves. It keeps the passage's id, so
 * that whoever is shown it can ask for what stands around it.
 *
 * @param from first sentence, counted from 0
 * @param to the sentence after the last
 * @throws {RangeError} when the passage has no such sentences
 */
export function excerptOf(letter: Letter, passage: Passage, from: number, to: number = from + 1): Passage {
  const sentences = passage.sentences.slice(from, to);
  const [first] = sentences;
  const last = sentences.at(-1);
  if (!first || !last || from < 0 || to > passage.sentences.length) {
    throw new RangeError(`No sentences ${from} to ${to} in a passage of ${passage.sentences.length}`);
  }
  return cut(letter, passage, { start: first.start, end: last.end }, sentences, passage.skipped);
}

/**
 * An excerpt with the end of the passage before it, for sentences that lean on what precedes them. What stands between
 * the two in the file (a footnote, page furniture) is skipped.
 *
 * @param before a passage of the same letter that precedes the excerpt
 * @param from the sentence of `before` to begin with
 */
export function withPreceding(letter: Letter, before: Passage, from: number, excerpt: Passage): Passage {
  const start = before.sentences[from];
  if (!start || before.end > excerpt.start) throw new RangeError('The passage does not precede the excerpt');
  const between = letter.parts.filter(
    (part) => part.kind !== 'paragraph' && part.start >= before.end && part.end <= excerpt.start,
  );
  const skipped = [...before.skipped, ...between.map(({ start, end }) => ({ start, end })), ...excerpt.skipped];
  const sentences = [...before.sentences.slice(from), ...excerpt.sentences];
  return cut(letter, { ...excerpt, page: before.page }, { start: start.start, end: excerpt.end }, sentences, skipped);
}

function cut(
  letter: Letter,
  passage: Passage,
  hull: Span,
  sentences: readonly Span[],
  skips: readonly Span[],
): Passage {
  const skipped = skips.filter(({ start, end }) => start >= hull.start && end <= hull.end);
  return { ...passage, ...hull, sentences, skipped, text: readable(letter, hull, skipped).text };
}
