import type { Region } from './regions.ts';
import type { Segment } from './segments.ts';

/** Lines further apart than this, in usual distances, have a blank line between them. */
const PARAGRAPH = 1.28;
/** Letters that differ more than this in height are another kind of text: a heading, a note. */
const OTHER_SIZE = 0.08;
/** A heading stops before this share of the width. */
const HEADING_WIDTH = 0.85;

/** How a whole document is set, against which a line is measured. */
export interface Setting {
  /** The font that most of it is in. */
  readonly font: string;
  /** Usual distance from line to line, by height of the letters. */
  readonly leading: ReadonlyMap<number, number>;
}

/** How the lines of all pages are set. */
export function settingOf(pages: readonly (readonly Region[])[]): Setting {
  const fonts = new Map<string, number>();
  /** How often each distance occurs, in halves of a point, by height of the letters. */
  const distances = new Map<number, Map<number, number>>();
  for (const region of pages.flat()) {
    region.forEach((row, i) => {
      for (const { font, text } of row) count(fonts, font, text.length);
      const above = region[i - 1];
      if (!above || isOtherSize(above[0]!, row[0]!)) return;
      const key = sizeKey(row[0]!);
      const ofSize = distances.get(key) ?? new Map<number, number>();
      distances.set(key, ofSize);
      count(ofSize, inHalves(row[0]!.y - above[0]!.y), 1);
    });
  }
  const [font = ''] = [...fonts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return { font, leading: new Map([...distances].map(([size, all]) => [size, usual(all)])) };
}

/** A page's lines: one a line of the page, blank lines between paragraphs, around headings and between regions. */
export function pageText(regions: readonly Region[], setting: Setting): string {
  const width = Math.max(...regions.flat(2).map(({ x1 }) => x1));
  const lines: string[] = [];
  for (const region of regions) {
    if (lines.length > 0) lines.push('');
    region.forEach((row, i) => {
      const above = region[i - 1];
      if (above && isApart(above, row, region[i - 2], setting, width)) lines.push('');
      lines.push(rowText(row));
    });
  }
  return lines.join('\n');
}

function isApart(
  above: readonly Segment[],
  row: readonly Segment[],
  beforeAbove: readonly Segment[] | undefined,
  setting: Setting,
  width: number,
): boolean {
  const [a, b] = [above[0]!, row[0]!];
  if (isOtherSize(a, b)) return true;
  const leading = setting.leading.get(sizeKey(b)) ?? b.size * 1.2;
  if (b.y - a.y > PARAGRAPH * leading) return true;
  // A bold line over the text it heads, and the text before it.
  if (isHeading(above, setting, width) && !isSetApart(row, setting)) return !beforeAbove || a.font !== b.font;
  return isHeading(row, setting, width) && !isSetApart(above, setting);
}

function isHeading(row: readonly Segment[], setting: Setting, width: number): boolean {
  const left = row[0]!.x0;
  return isSetApart(row, setting) && row.at(-1)!.x1 - left < HEADING_WIDTH * (width - left);
}

/** Whether a line is in another font than the running text. */
function isSetApart(row: readonly Segment[], { font }: Setting): boolean {
  return row.every((segment) => segment.font !== font);
}

/** Cells are parted by tabs; a label or a number by a space from what it belongs to. */
function rowText(row: readonly Segment[]): string {
  const [first, ...cells] = row.map(({ text }) => text);
  if (first === undefined || cells.length === 0) return first ?? '';
  return first + (isLabel(first) ? ' ' : '\t') + cells.join('\t');
}

function isLabel(text: string): boolean {
  return /^(?:[-–—•·▪○◦\uf0b7]|\(?[\d.\s]{1,7}\)?|\(?[a-zA-Z][.)]|[Nn]r\.\s?\d{1,5})$/u.test(text);
}

function isOtherSize(one: Segment, other: Segment): boolean {
  return Math.abs(one.size - other.size) > OTHER_SIZE * Math.max(one.size, other.size);
}

function sizeKey({ size }: Segment): number {
  return inHalves(size);
}

function inHalves(points: number): number {
  return Math.round(points * 2) / 2;
}

function count<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** The smallest distance that is about as frequent as any: leading, not the gaps between paragraphs. */
function usual(counts: ReadonlyMap<number, number>): number {
  const most = Math.max(...counts.values());
  return Math.min(...[...counts].filter(([, count]) => count >= most * 0.6).map(([distance]) => distance));
}
