import type { Line } from './lines.ts';
import { firstWord } from './lines.ts';

/**
 * What stands between a line of text and the one before it: nothing but the line end; an empty line; a page break, with
 * or without furniture and footnotes; or something that ends the text before it (letterhead, a signature).
 */
export type Gap = 'none' | 'blank' | 'page' | 'edge';

/** A line of headings and paragraphs, what is left when all other lines are taken out. */
export interface Row {
  readonly text: string;
  /** Number of the line. */
  readonly line: number;
  readonly gap: Gap;
}

/** What a line that is no text does to the text around it: a page's furniture interrupts it, a signature ends it. */
export type Taken = 'interrupts' | 'ends' | null;

const BLANKS_OF_PAGE_BREAK = 3;

/** The rows of a letter, in order. */
export function toRows(lines: readonly Line[], taken: readonly Taken[], pages: readonly number[] | null): Row[] {
  const rows: Row[] = [];
  let between: Taken = 'ends';
  let previous = -1;
  let blanks = 0;
  lines.forEach((line, i) => {
    blanks = Math.max(blanks, line.blanksBefore);
    if (taken[i]) {
      if (between !== 'ends') between = taken[i];
      return;
    }
    const newPage = pages !== null && previous >= 0 && pages[previous] !== pages[i];
    let gap: Gap = blanks > 0 ? 'blank' : 'none';
    if (newPage || blanks >= BLANKS_OF_PAGE_BREAK || between === 'interrupts') gap = 'page';
    if (between === 'ends') gap = 'edge';
    rows.push({ text: line.text, line: i, gap });
    between = null;
    previous = i;
    blanks = 0;
  });
  return rows;
}

/** The share of full lines that may be shorter than the width. */
const SHORT_LINES = 0.15;
const MIN_SAMPLES = 5;

/**
 * The length that a full line of this letter has at least, in UTF-16 units, measured on lines that break inside a
 * sentence; infinite where lines do not wrap.
 */
export function lineWidth(rows: readonly Row[]): number {
  const full = rows
    .filter((_, i) => rows[i + 1]?.gap === 'none' && /^\p{Ll}/u.test(rows[i + 1]!.text))
    .map((row) => row.text.length)
    .sort((a, b) => a - b);
  return full.length < MIN_SAMPLES ? Number.POSITIVE_INFINITY : full[Math.floor(full.length * SHORT_LINES)]!;
}

/** Whether a row ends before the right margin: the next row's first word would have fitted on it. */
export function hasRoom(row: Row, next: Row, width: number): boolean {
  return row.text.length + 1 + firstWord(next.text).length <= width;
}
