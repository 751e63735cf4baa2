import { endsSentence, type Line } from '../lines.ts';

/** An address on the web, with or without what it begins with. */
const ADDRESS = /https?:\/\/|www\.|(?<![\p{L}@.])[a-z0-9][a-z0-9-]{1,62}\.(?:nl|com|org|eu|net|be|int)(?![\p{L}\d])/iu;
/** What a browser calls a page: "Geen spoed wel brandweer – Brandweer". */
const PAGE_TITLE = /^\p{Lu}[^.;:!?]{3,140} [–|-] \p{Lu}[^.;:!?]{2,60}$/u;
const PAPER = /^(?:Kamerstuk(?:ken)?|Handelingen|Aanhangsel|Stcrt|Stb)\b.*\d/;
/** "Meer informatie: …", "Contactpersoon …": not what a word of the letter goes by. */
const CONTACT = /@|^(?:Meer informatie|Contact(?:persoon|gegevens)?:|E-?mail|Tel|Bijlage)/i;
const MAX_LENGTH = 500;

/** Lines without an empty one between: the first and the last of them, and their words. */
interface Block {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Notes at the end of a letter that lost their numbers, as a word processor's do when they are copied: sources in
 * paragraphs of their own, behind the last sentence or right before the notes that kept theirs.
 *
 * @param taken the lines of the notes that were found
 */
export function unnumberedNotes(
  lines: readonly Line[],
  isFurniture: readonly boolean[],
  taken: ReadonlySet<number>,
): readonly Block[] {
  const found: Block[] = [];
  let end = lines.length - 1;
  for (;;) {
    while (end >= 0 && isFurniture[end]) end -= 1;
    if (end < 0) return [];
    const block = blockUpTo(lines, isFurniture, end);
    if (!taken.has(block.to)) {
      if (!isSource(block.text)) {
        const areNotes = endsSentence(block.text) && (taken.size > 0 || found.some(({ text }) => ADDRESS.test(text)));
        return areNotes ? found : [];
      }
      found.push(block);
    }
    end = block.from - 1;
  }
}

function blockUpTo(lines: readonly Line[], isFurniture: readonly boolean[], to: number): Block {
  let from = to;
  while (from > 0 && lines[from]!.blanksBefore === 0 && !lines[from]!.afterFormFeed && !isFurniture[from - 1])
    from -= 1;
  const text = lines.slice(from, to + 1).map((line) => line.text);
  return { from, to, text: text.join(' ') };
}

function isSource(text: string): boolean {
  if (text.length > MAX_LENGTH || CONTACT.test(text)) return false;
  return PAPER.test(text) || (!/[.!?]$/.test(text) && (ADDRESS.test(text) || PAGE_TITLE.test(text)));
}
