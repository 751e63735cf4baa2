import { LetterError } from './errors.ts';
import { firstIndex } from './search.ts';
import type { Letter, Span } from './types.ts';

/** A stretch of a letter as it is shown, and where each of its UTF-16 units stands in the source. */
export interface Readable {
  readonly text: string;
  /** `offsets[i]` is the source offset of `text[i]`; ascending. A folded space has that of its first white space. */
  readonly offsets: Uint32Array;
}

const WHITE_SPACE = /\s/;
const JOIN = /^[-‐‑\u00AD]?\s*$/u;

/**
 * The readable form of a hull: what is skipped left out, line-end hyphens joined, white space folded to one space,
 * trimmed; nothing else is changed.
 *
 * @param skipped stretches to leave out, in order, not overlapping.
 */
export function readable(
  letter: Pick<Letter, 'source' | 'joins'>,
  hull: Span,
  skipped: readonly Span[] = [],
): Readable {
  const { source } = letter;
  const offsets = new Uint32Array(Math.max(0, hull.end - hull.start));
  let length = 0;
  let text = '';
  let space = -1;
  let from = hull.start;
  for (const hole of holes(letter.joins, hull, skipped)) {
    take(from, Math.max(from, hole.start));
    from = Math.max(from, hole.end);
  }
  take(from, hull.end);
  return { text, offsets: offsets.slice(0, length) };

  function take(start: number, end: number): void {
    for (let i = start; i < end; ) {
      if (isSpace(source, i)) {
        if (space < 0) space = i;
        i += 1;
        continue;
      }
      if (space >= 0 && length > 0) {
        text += ' ';
        offsets[length++] = space;
      }
      space = -1;
      const word = i;
      while (i < end && !isSpace(source, i)) offsets[length++] = i++;
      text += source.slice(word, i);
    }
  }
}

/** Every character of every letter comes by, and hardly any needs the expression. */
function isSpace(source: string, at: number): boolean {
  const code = source.charCodeAt(at);
  return code === 0x20 || ((code < 0x20 || code > 0x7e) && WHITE_SPACE.test(source.charAt(at)));
}

/** Joins and skipped stretches that touch the hull, in order. */
function holes(joins: readonly Span[], hull: Span, skipped: readonly Span[]): Span[] {
  const found = skipped.filter((span) => span.start < hull.end && span.end > hull.start);
  const first = firstIndex(joins.length, (i) => joins[i]!.end > hull.start);
  for (let i = first; i < joins.length && joins[i]!.start < hull.end; i += 1) {
    found.push(joins[i]!);
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where a source span stands in a readable text, for highlights; null where none of it is shown. */
export function rangeInReadable(form: Readable, span: Span): Span | null {
  const start = firstAtOrAfter(form.offsets, span.start);
  const end = firstAtOrAfter(form.offsets, span.end);
  return start < end ? { start, end } : null;
}

/** The source span of a range of a readable text; the inverse of `rangeInReadable`. The range must not be empty. */
export function spanInSource(form: Readable, range: Span): Span {
  const start = form.offsets[range.start];
  const last = form.offsets[range.end - 1];
  if (start === undefined || last === undefined || range.end <= range.start) {
    throw new RangeError(`No range ${range.start}-${range.end} in a readable text of ${form.text.length} units.`);
  }
  return { start, end: last + 1 };
}

function firstAtOrAfter(offsets: Uint32Array, offset: number): number {
  return firstIndex(offsets.length, (i) => offsets[i]! >= offset);
}

/** A text that claims to be the readable form of a stretch is not. */
export class ReadableMismatchError extends LetterError {
  readonly span: Span;
  readonly claimed: string;

  constructor(file: string, span: Span, claimed: string, why: string) {
    super(file, `${file}, ${span.start}-${span.end}: the text is not what the letter says: ${why}.`);
    this.span = span;
    this.claimed = claimed;
  }
}

/**
 * Checks, in another way than `readable` makes it, that a text is the readable form of a hull: the letter's own
 * characters in order, nothing added, nothing left out but what is skipped and line-end hyphens.
 *
 * @throws ReadableMismatchError
 */
export function assertReadable(
  letter: Pick<Letter, 'source' | 'joins' | 'file'>,
  hull: Span,
  skipped: readonly Span[],
  text: string,
): void {
  const fail = (why: string): never => {
    throw new ReadableMismatchError(letter.file, hull, text, why);
  };
  if (hull.start < 0 || hull.end > letter.source.length || hull.start >= hull.end) fail('the span lies outside it');
  let last = hull.start;
  for (const span of skipped) {
    if (span.start < last || span.end > hull.end || span.start > span.end)
      fail('what is skipped lies outside the span');
    last = span.end;
  }
  let shown = '';
  let from = hull.start;
  for (const hole of holes(letter.joins, hull, skipped)) {
    const isSkipped = skipped.includes(hole);
    if (!isSkipped && !JOIN.test(letter.source.slice(hole.start, hole.end))) fail('a join covers more than a hyphen');
    shown += letter.source.slice(from, Math.max(from, hole.start));
    from = Math.max(from, hole.end);
  }
  shown += letter.source.slice(from, hull.end);
  if (shown.replace(/\s+/g, ' ').trim() !== text) fail('its words differ');
}
