import { readable } from '../../letters/readable.ts';
import type { Letter, Passage, Span } from '../../letters/types.ts';

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
 * An excerpt that begins in one passage and ends in the next one, for sentences that lean on what precedes them. What
 * stands between the two in the file (a footnote, page furniture) is skipped.
 *
 * @param before the passage of running text that precedes `passage` in the same letter
 * @param from the sentence of `before` to begin with
 * @param to the sentence of `passage` after the last
 * @throws {RangeError} when one of them has no such sentence, or they do not follow each other
 */
export function excerptAcross(letter: Letter, before: Passage, from: number, passage: Passage, to: number): Passage {
  const head = excerptOf(letter, before, from, before.sentences.length);
  const tail = excerptOf(letter, passage, 0, to);
  if (head.end > tail.start) throw new RangeError('The passages do not follow each other');
  const between = letter.parts
    .filter(({ kind, start, end }) => kind !== 'paragraph' && start >= head.end && end <= tail.start)
    .map(({ start, end }) => ({ start, end }));
  const skipped = [...head.skipped, ...between, ...tail.skipped];
  const hull = { start: head.start, end: tail.end };
  return cut(letter, { ...tail, page: head.page }, hull, [...head.sentences, ...tail.sentences], skipped);
}

/**
 * Passages that follow each other as one, by the id of the first, which may be an excerpt: a list with what leads it in.
 * What stands between them in the file (a footnote, page furniture) is skipped.
 */
export function excerptOver(letter: Letter, run: readonly [Passage, ...Passage[]]): Passage {
  const [first] = run;
  const hull = { start: first.start, end: run.at(-1)?.end ?? first.end };
  const isBetween = ({ start, end }: Span) => !run.some((passage) => start < passage.end && end > passage.start);
  const between = letter.parts
    .filter((part) => part.kind !== 'paragraph' && isBetween(part))
    .map(({ start, end }) => ({ start, end }));
  const skipped = [...run.flatMap((passage) => passage.skipped), ...between].sort((a, b) => a.start - b.start);
  const sentences = run.flatMap((passage) => passage.sentences);
  return cut(letter, first, hull, sentences, skipped);
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
