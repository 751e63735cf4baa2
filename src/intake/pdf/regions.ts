import type { Segment } from './segments.ts';

/** Lines that are read one after the other; segments of a line from left to right. */
export type Region = readonly (readonly Segment[])[];

/** Columns are parted by at least so many heights of a letter. */
const GUTTER = 1;
/** Bands of a page are parted by at least so many. */
const BAND = 1.2;
/** A line of running text has on average more characters than this; a cell or a line of an address fewer. */
const RUNNING_LINE = 30;
/** Columns of running text have at least so many lines. */
const MIN_LINES = 4;
/** Side by side, a column with less than this share of the characters is a side note or a letterhead. */
const SIDE_SHARE = 0.35;
/** "Nr. 348", "Datum", "•": what stands in a margin before a line and belongs to it. */
const LABEL_LENGTH = 14;

/**
 * A page's regions in the order they are read (recursive X-Y cut): where a gutter runs down, column by column; else
 * band by band. Rows of a table stay rows.
 */
export function toRegions(segments: readonly Segment[]): Region[] {
  return cut(segments, new Set(labels(segments)));
}

function cut(segments: readonly Segment[], margin: ReadonlySet<Segment>): Region[] {
  if (segments.length === 0) return [];
  const columns = columnsOf(segments, margin);
  if (columns) return inReadingOrder(columns).flatMap((one) => cut(one, margin));
  const bands = bandsOf(segments);
  return bands ? bands.flatMap((band) => cut(band, margin)) : [rowsOf(segments)];
}

/** Segments on one baseline, top to bottom. */
function rowsOf(segments: readonly Segment[]): Region {
  const rows: Segment[][] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y || a.x0 - b.x0)) {
    const row = rows.at(-1);
    if (row && onOneLine(row[0]!, segment)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => row.sort((a, b) => a.x0 - b.x0));
}

function onOneLine(one: Segment, other: Segment): boolean {
  return Math.abs(one.y - other.y) <= 0.3 * Math.min(one.size, other.size);
}

/** The two sides of the widest gutter, where it parts columns and not the cells of a table. */
function columnsOf(segments: readonly Segment[], margin: ReadonlySet<Segment>): [Segment[], Segment[]] | null {
  const free = segments.filter((one) => !margin.has(one));
  const size = median(segments.map((one) => one.size));
  let best: { at: number; width: number } | null = null;
  let right = Number.NEGATIVE_INFINITY;
  for (const { x0, x1 } of [...free].sort((a, b) => a.x0 - b.x0)) {
    const width = x0 - right;
    if (width >= GUTTER * size && width < Number.POSITIVE_INFINITY && width > (best?.width ?? 0)) {
      best = { at: (right + x0) / 2, width };
    }
    right = Math.max(right, x1);
  }
  if (!best) return null;
  const { at } = best;
  const sides: [Segment[], Segment[]] = [[], []];
  for (const one of segments) sides[one.x0 < at && !goesWithRight(one, margin, segments, at) ? 0 : 1].push(one);
  return areColumns(...sides) ? sides : null;
}

/** A label in the margin goes with the line it stands before. */
function goesWithRight(one: Segment, margin: ReadonlySet<Segment>, all: readonly Segment[], at: number): boolean {
  return margin.has(one) && all.some((other) => other.x0 > at && onOneLine(one, other));
}

function areColumns(left: readonly Segment[], right: readonly Segment[]): boolean {
  if (left.length === 0 || right.length === 0 || !overlap(left, right)) return false;
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  const aligned = few.filter((one) => many.some((other) => onOneLine(one, other))).length / few.length;
  const sameSize = Math.abs(sizeOf(left) - sizeOf(right)) <= 0.1 * sizeOf(left);
  const running = [left, right].every((side) => side.length >= MIN_LINES && lineLength(side) >= RUNNING_LINE);
  return running || aligned < 0.6 || !sameSize;
}

function overlap(left: readonly Segment[], right: readonly Segment[]): boolean {
  const top = Math.max(Math.min(...left.map(topOf)), Math.min(...right.map(topOf)));
  const bottom = Math.min(Math.max(...left.map(({ y }) => y)), Math.max(...right.map(({ y }) => y)));
  return bottom > top;
}

/** Columns from left to right; a narrow one beside the text before it or, where it stands lower, after it. */
function inReadingOrder(columns: [Segment[], Segment[]]): Segment[][] {
  const [main, side] = characters(columns[0]) >= characters(columns[1]) ? columns : [columns[1], columns[0]];
  const share = characters(side) / (characters(main) + characters(side));
  if (share >= SIDE_SHARE || lineLength(side) >= RUNNING_LINE) return columns;
  return middleOf(side) > middleOf(main) ? [main, side] : [side, main];
}

function middleOf(segments: readonly Segment[]): number {
  return median(segments.map(({ y }) => y));
}

/** The two bands above and below the widest white strip across; null where there is none. */
function bandsOf(segments: readonly Segment[]): [Segment[], Segment[]] | null {
  const size = median(segments.map((one) => one.size));
  const sorted = [...segments].sort((a, b) => topOf(a) - topOf(b));
  let best: { at: number; height: number } | null = null;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const segment of sorted) {
    const height = topOf(segment) - bottom;
    if (height >= BAND * size && height < Number.POSITIVE_INFINITY && height > (best?.height ?? 0)) {
      best = { at: topOf(segment), height };
    }
    bottom = Math.max(bottom, segment.y);
  }
  if (!best) return null;
  const { at } = best;
  return [segments.filter((one) => topOf(one) < at), segments.filter((one) => topOf(one) >= at)];
}

/** Short segments that begin a line in a margin where nothing long begins. */
function labels(segments: readonly Segment[]): Segment[] {
  return segments.filter((one) => {
    if (one.text.length > LABEL_LENGTH) return false;
    const column = segments.filter(({ x0 }) => Math.abs(x0 - one.x0) <= 2);
    const short = column.filter(({ text }) => text.length <= LABEL_LENGTH).length;
    return short >= column.length / 2 && segments.some((other) => other.x0 > one.x1 && isBeside(one, other));
  });
}

function isBeside(one: Segment, other: Segment): boolean {
  return onOneLine(one, other) && Math.abs(one.size - other.size) <= 0.1 * one.size;
}

function topOf({ y, size }: Segment): number {
  return y - size;
}

function characters(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.length, 0);
}

function lineLength(segments: readonly Segment[]): number {
  return characters(segments) / segments.length;
}

function sizeOf(segments: readonly Segment[]): number {
  return median(segments.map(({ size }) => size));
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
