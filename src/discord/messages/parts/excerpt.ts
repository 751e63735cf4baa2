import { sentenceRanges } from '../../../letters/sentences.ts';
import type { Span } from '../../../letters/types.ts';
import { cutPlace } from '../../../whole-characters.ts';
import { escapeMarkdown } from './escape.ts';

/** Marks what was left out of a quote. */
export const CUT = '[…]';

export interface Excerptible {
  readonly text: string;
  /** What answers, as offsets into `text`; shown in bold. */
  readonly marks: readonly Span[];
}

/**
 * A quote as Markdown of at most `limit` UTF-16 units, marks in bold. A longer one keeps the sentences around its marks
 * and says where it was cut; never inside a mark or a surrogate pair.
 *
 * @returns null when not even the first mark fits
 */
export function excerpt(quote: Excerptible, limit: number): string | null {
  const whole = markdownOf(quote, { start: 0, end: quote.text.length });
  if (whole.length <= limit) return whole;
  const sentences = sentencesOf(quote);
  for (const core of cores(quote, sentences)) {
    const kept = grow(core, sentences, (range) => markdownOf(quote, range).length <= limit);
    if (kept) return markdownOf(quote, kept);
  }
  return quote.marks.length > 0 ? null : cutAtWord(quote.text, limit);
}

/** Plain text as Markdown of at most `limit` UTF-16 units, cut at a word. */
export function cutAtWord(text: string, limit: number, cut = CUT): string {
  const whole = escapeMarkdown(text);
  if (whole.length <= limit) return whole;
  for (let end = Math.min(text.length, limit); end > 0; end = previousBreak(text, end)) {
    const shown = `${escapeMarkdown(text.slice(0, end).trimEnd())} ${cut}`;
    if (shown.length <= limit) return shown;
  }
  return cut.slice(0, limit);
}

/** The nearest place before `end` between two words, or two units on where a word is long; never inside a surrogate pair. */
function previousBreak(text: string, end: number): number {
  const space = text.lastIndexOf(' ', end - 1);
  const next = space > end - 60 ? space : end - 2;
  return cutPlace(text, next);
}

/** Sentences, joined where a mark runs from one into the next. */
function sentencesOf({ text, marks }: Excerptible): Span[] {
  const starts = sentenceRanges(text)
    .map(({ start }) => start)
    .filter((at) => !marks.some(({ start, end }) => start < at && at < end));
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? text.length }));
}

/** What must be kept, most first: the sentences of all marks, those of the first, or the first sentence. */
function cores({ marks }: Excerptible, sentences: readonly Span[]): (readonly [number, number])[] {
  const numberOf = ({ start }: Span) => sentences.findLastIndex((sentence) => sentence.start <= start);
  const [first, last] = [marks[0], marks.at(-1)];
  if (!first || !last) return [[0, 0]];
  return [
    [numberOf(first), numberOf(last)],
    [numberOf(first), numberOf(first)],
  ];
}

/** Adds neighbouring sentences, the following first, as long as they fit. */
function grow(
  [first, last]: readonly [number, number],
  sentences: readonly Span[],
  fits: (range: Span) => boolean,
): Span | null {
  const range = (a: number, b: number): Span => ({ start: sentences[a]?.start ?? 0, end: sentences[b]?.end ?? 0 });
  if (!fits(range(first, last))) return null;
  let [from, to] = [first, last];
  while (to + 1 < sentences.length && fits(range(from, to + 1))) to++;
  while (from > 0 && fits(range(from - 1, to))) from--;
  return range(from, to);
}

function markdownOf({ text, marks }: Excerptible, { start, end }: Span): string {
  let shown = '';
  let at = start;
  for (const mark of marks) {
    if (mark.start < start || mark.end > end) continue;
    shown += escapeMarkdown(text.slice(at, mark.start));
    shown += `**${escapeMarkdown(text.slice(mark.start, mark.end))}**`;
    at = mark.end;
  }
  shown += escapeMarkdown(text.slice(at, end).trimEnd());
  return [start > 0 ? CUT : '', shown, end < text.length ? CUT : ''].filter(Boolean).join(' ');
}
