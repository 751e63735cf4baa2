import { LIMITS } from '../../limits.ts';
import { allComponents, displayedLength } from './measure.ts';
import type { Part } from './parts.ts';

/** Components besides the entries: the box, its head and a row with a button. */
const OTHER_COMPONENTS = 8;
/** Text besides head and entries: "1 tot en met 4 van 12". */
const OTHER_TEXT = 200;

/**
 * The first entries that fit in one message below its head; always at least one.
 *
 * @param entryAt the parts of an entry, given whether it is the first of the page
 */
export function pageOf(
  head: readonly Part[],
  count: number,
  offset: number,
  entryAt: (at: number, first: boolean) => readonly Part[],
): { readonly parts: readonly Part[]; readonly end: number } {
  const parts: Part[] = [];
  let end = offset;
  for (; end < count; end++) {
    const entry = entryAt(end, end === offset);
    const together = [...head, ...parts, ...entry];
    const fits =
      displayedLength(together) <= LIMITS.displayedText - OTHER_TEXT &&
      allComponents(together).length <= LIMITS.components - OTHER_COMPONENTS;
    if (!fits && end > offset) break;
    parts.push(...entry);
  }
  return { parts, end };
}
