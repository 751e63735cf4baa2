import { endsOpen, endsSentence, startsAnew, startsItem } from './lines.ts';
import { hasRoom, type Row } from './rows.ts';

const MAX_LENGTH = 200;
const MAX_WORDS = 26;
const MAX_ROWS = 6;
const MAX_ROWS_IN_LOWER_CASE = 3;
/** Where lines do not wrap, a heading is told from a paragraph by its length alone. */
const MAX_UNWRAPPED = 100;
const SURELY_SHORT = 40;
/** More short lines than this in a row are a list or a table. */
const MAX_CHAIN = 3;
/** And so are more than this without empty lines between them. */
const MAX_TIGHT = 1;

/** What stands at a row: headings, each by the row after it; or lines that look like headings but are a list. */
export type Chain =
  | { readonly kind: 'headings'; readonly ends: readonly number[] }
  | { readonly kind: 'list'; readonly end: number };

/**
 * The headings from row `i` on; null where that row does not start one. A heading is short, starts with a capital or a
 * number, has no full stop, follows a finished sentence or an empty line, stops before the right margin (or has empty
 * lines around it, or is in capitals) and is followed by text, or by few more headings and then text.
 *
 * @param width what a full line has at least, from `lineWidth`.
 */
export function headingsAt(rows: readonly Row[], i: number, width: number): Chain | null {
  const ends: number[] = [];
  let at = i;
  let tight = 0;
  for (let end = candidateEnd(rows, at, width, false); end > 0; end = candidateEnd(rows, at, width, true)) {
    ends.push(end);
    if (at > i && rows[at]!.gap === 'none') tight += 1;
    at = end;
  }
  if (ends.length === 0) return null;
  const next = rows[at];
  const hasText = next !== undefined && next.gap !== 'edge';
  return hasText && ends.length <= MAX_CHAIN && tight <= MAX_TIGHT
    ? { kind: 'headings', ends }
    : { kind: 'list', end: at };
}

/** Index after the rows that could be a heading, from their own form and what stands before and after; 0 for none. */
function candidateEnd(rows: readonly Row[], i: number, width: number, afterHeading: boolean): number {
  if (!canStart(rows, i, width, afterHeading)) return 0;
  let length = 0;
  let words = 0;
  const capitals = inCapitals(rows[i]!.text);
  for (let k = i; k < i + MAX_ROWS; k += 1) {
    const row = rows[k]!;
    const next = rows[k + 1];
    length += row.text.length;
    words += row.text.split(/\s+/, MAX_WORDS + 1).length;
    if (length > MAX_LENGTH || words > MAX_WORDS || !next) return 0;
    if (row.text.endsWith(':') && startsItem(next.text)) return 0;
    if (capitals && next.gap === 'none' && continuesCapitals(next.text)) continue;
    if (!canEnd(row.text)) {
      if (next.gap !== 'none' || !/[\p{L},-]$/u.test(row.text)) return 0;
    } else if (next.gap === 'edge') return 0;
    else if (next.gap !== 'none') return startsAnew(next.text) ? k + 1 : 0;
    else if (startsAnew(next.text) && (capitals || stopsEarly(row, next, width))) return k + 1;
    if (k - i + 1 >= MAX_ROWS_IN_LOWER_CASE || capitals || endsSentence(row.text)) return 0;
  }
  return 0;
}

function canStart(rows: readonly Row[], i: number, width: number, afterHeading: boolean): boolean {
  const row = rows[i];
  if (!row || row.text.length > MAX_LENGTH || !/^[«"'“‘(]?[\p{Lu}\p{N}]/u.test(row.text)) return false;
  if (!/\p{L}{2}/u.test(row.text) || /https?:\/\/|\t|\s{3}/.test(row.text)) return false;
  if (startsItem(row.text) && !isNumberedHeading(rows, i)) return false;
  const previous = rows[i - 1];
  if (!previous || row.gap === 'edge' || row.gap === 'blank') return !previous || !/[,\p{L}]-$|,$/u.test(previous.text);
  return afterHeading || endsSentence(previous.text) || (row.gap === 'page' && hasRoom(previous, row, width));
}

function canEnd(text: string): boolean {
  if (endsSentence(text) && !text.endsWith('?')) return false;
  if (text.endsWith(':')) return text.split(/\s+/).length <= 5;
  return !endsOpen(text) && !/[,;]["'»”’)]*$|[-‐–—/(«]$/u.test(text);
}

/** "1. Inleiding", "2.1 Irak": a capital behind the number, and the next row is no item of the same list. */
function isNumberedHeading(rows: readonly Row[], i: number): boolean {
  const next = rows[i + 1];
  return (
    /^(?:\d{1,2}|[A-Z]|[IVX]{1,5}|[a-z])[.)]\s+[«"'“‘]?\p{Lu}/u.test(rows[i]!.text) && !(next && startsItem(next.text))
  );
}

function stopsEarly(row: Row, next: Row, width: number): boolean {
  if (width === Number.POSITIVE_INFINITY) {
    const { length } = row.text;
    return length <= SURELY_SHORT || (length <= MAX_UNWRAPPED && length < next.text.length * 0.8);
  }
  return hasRoom(row, next, width);
}

function inCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}{4}/u.test(text);
}

/** A row that goes on with a heading in capitals; a year or a number alone can do so too. */
function continuesCapitals(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /[\p{L}\p{N}]/u.test(text) && !startsItem(text);
}
