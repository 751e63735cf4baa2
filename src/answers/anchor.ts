import type { Letter, Passage, Span } from '../letters/types.ts';

/** So many sentences of a passage can be pointed at as a range; passages rarely have more. */
export const SENTENCES_IN_RANGES = 12;

/**
 * Where words stand in the page of their letter: the passage ("k3v…"), one of its sentences ("k3v….2") or some that follow
 * each other ("k3v….2-4"), counted from 1. The page has an anchor of that name.
 *
 * @param quoted the passage that is quoted, or a part of it that bears its id
 * @param highlights what in it answers: pointed at rather than the whole
 */
export function anchorOf(letter: Letter, quoted: Passage, highlights: readonly Span[]): string {
  const passage = letter.passages.find(({ id }) => id === quoted.id) ?? quoted;
  const wanted = highlights.length > 0 ? highlights : [quoted];
  const at = passage.sentences.flatMap(({ start, end }, index) =>
    wanted.some((span) => span.start < end && span.end > start) ? [index + 1] : [],
  );
  const [first] = at;
  const last = at.at(-1);
  if (first === undefined || last === undefined || last - first + 1 === passage.sentences.length) return passage.id;
  if (first === last) return sentenceAnchor(passage.id, first);
  return last <= SENTENCES_IN_RANGES ? rangeAnchor(passage.id, first, last) : passage.id;
}

export function sentenceAnchor(passageId: string, sentence: number): string {
  return `${passageId}.${sentence}`;
}

export function rangeAnchor(passageId: string, first: number, last: number): string {
  return `${passageId}.${first}-${last}`;
}
