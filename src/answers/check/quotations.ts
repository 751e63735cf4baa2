import type { Span } from '../../letters/types.ts';

/** A quotation is looked for no further than this behind its opening mark, in UTF-16 units. */
const LONGEST = 3000;

/** What closes each opening mark. Single ones are apostrophes as well: they open behind no letter and close before none. */
const CLOSING: Readonly<Record<string, RegExp>> = {
  '„': /[”“"]/g,
  '“': /[”"]/g,
  '"': /["”]/g,
  '«': /»/g,
  '»': /«/g,
  '‘': /’(?![\p{L}\p{N}])/gu,
  "'": /(?<=[^\s])'(?![\p{L}\p{N}])/gu,
};
const OPENING = /[„“"«»]|(?<![\p{L}\p{N}])[‘'](?=\S)/gu;

/** What stands between quotation marks in one paragraph, without the marks; of quotations within others, the outer ones. */
export function quotationsIn(paragraph: string): Span[] {
  const found: Span[] = [];
  const closings = new Map<string, number>();
  let from = 0;
  for (const match of paragraph.matchAll(OPENING)) {
    if (match.index < from) continue;
    const start = match.index + 1;
    const end = nextClosing(match[0], start, paragraph, closings);
    if (end < 0 || end - start > LONGEST) continue;
    found.push({ start, end });
    from = end + 1;
  }
  return found;
}

/**
 * Where what closes a mark stands next; -1 for nowhere. Each kind is looked for once from left to right, however many
 * marks open.
 */
function nextClosing(opening: string, from: number, paragraph: string, known: Map<string, number>): number {
  const before = known.get(opening);
  if (before !== undefined && (before < 0 || before >= from)) return before;
  const closing = CLOSING[opening];
  if (!closing) return -1;
  closing.lastIndex = from;
  const found = closing.exec(paragraph)?.index ?? -1;
  known.set(opening, found);
  return found;
}
