import { type Readable, rangeInReadable, readable } from '../letters/readable.ts';
import { firstIndex } from '../letters/search.ts';
import type { Letter, Passage, Span } from '../letters/types.ts';

/** A note mark: what it says, and where in the letter it stands. */
export interface Mark {
  readonly mark: string;
  readonly at: number;
}

/** Readable text in which note marks stand where the letter has them. */
export type Words = readonly (string | Mark)[];

/** The sentences of passages that follow each other, each with what stands between it and the one before. */
export interface Sentence {
  readonly gap: string;
  readonly words: Words;
}

/**
 * A passage by its sentences: the readable form, as quotes have it, with the note marks that quotes leave out. What
 * interrupts it is left to stand by itself.
 *
 * @param end where the next passage begins, or the part ends: a mark behind the last word is no part of the passage
 * @param keepLines line ends stay: an address is read by its lines
 */
export function sentencesOf(letter: Letter, passage: Passage, end: number, keepLines: boolean): Sentence[] {
  const spans = passage.sentences.length > 0 ? passage.sentences : [passage];
  return spans.map((sentence, i) => {
    const previous = spans[i - 1];
    const gap = previous ? space(letter.source.slice(previous.end, sentence.start), keepLines) : '';
    const next = spans[i + 1];
    const words = wordsOf(
      letter,
      { start: sentence.start, end: next?.start ?? passage.end },
      passage.skipped,
      keepLines,
    );
    const behind = next ? '' : letter.source.slice(passage.end, end).trim();
    return { gap, words: behind === '' ? words : [...words, { mark: behind, at: passage.end }] };
  });
}

/** The words of a stretch of a letter, with its note marks. */
export function wordsOf(letter: Letter, span: Span, skipped: readonly Span[], keepLines: boolean): Words {
  const form = readable(letter, span, skipped);
  const text = keepLines ? withLines(letter.source, form) : form.text;
  const words: (string | Mark)[] = [];
  let from = 0;
  for (const { start, end } of skipped.filter((it) => it.start >= span.start && it.end <= span.end)) {
    if (isPart(letter, start)) continue;
    const to = rangeInReadable(form, { start, end: span.end })?.start ?? text.length;
    // A mark stands behind its word, not behind the space after it.
    const place = /\s/.test(text[to - 1] ?? '') ? to - 1 : to;
    if (place > from) words.push(text.slice(from, place));
    words.push({ mark: letter.source.slice(start, end).trim(), at: start });
    from = Math.max(from, place);
  }
  if (from < text.length) words.push(text.slice(from));
  return words;
}

function isPart({ parts }: Letter, start: number): boolean {
  return parts[firstIndex(parts.length, (i) => (parts[i]?.start ?? 0) >= start)]?.start === start;
}

/** The same text, with a line end for a folded space that has one in the source. */
function withLines(source: string, { text, offsets }: Readable): string {
  return text.replace(/ /g, (_, at: number) => space(source.slice(offsets[at], offsets[at + 1]), true));
}

function space(between: string, keepLines: boolean): string {
  if (keepLines && /[\n\r]/.test(between)) return '\n';
  return /\s/.test(between) ? ' ' : '';
}
