import { sentenceRanges } from '../../letters/sentences.ts';
import type { Span } from '../../letters/types.ts';
import { quotationsIn } from './quotations.ts';

/** Words of a draft that a letter may hold. */
export interface Claim extends Span {
  /** `quotation`: the draft says that they are somebody's. `sentence`: they stand in the draft as its own. */
  readonly kind: 'quotation' | 'sentence';
  readonly text: string;
}

/** Shorter quotations are single words, which prove nothing; shorter sentences are alike by chance. */
const QUOTATION_WORDS = 2;
const SENTENCE_WORDS = 6;
/** A longer quotation is compared sentence by sentence, and a longer sentence piece by piece; in UTF-16 units. */
const LONG = 1500;
/** A paragraph that is longer is no prose; what is behind it is another one, in UTF-16 units. */
const LONGEST_PARAGRAPH = 20_000;

const BLOCK_QUOTE = /^[^\S\n]{0,3}>/;

/** What a draft quotes, and its other sentences, in order, as offsets into it. */
export function claimsIn(draft: string): Claim[] {
  return paragraphs(draft)
    .flatMap((paragraph) => claimsOf(draft, paragraph))
    .filter(({ kind, text }) => wordCount(text) >= (kind === 'quotation' ? QUOTATION_WORDS : SENTENCE_WORDS))
    .sort((a, b) => a.start - b.start);
}

/** Stretches between blank lines; lines that begin with ">" are apart from others. */
function paragraphs(draft: string): Span[] {
  const found: Span[] = [];
  let open: { start: number; end: number; quoted: boolean } | null = null;
  for (const line of draft.matchAll(/[^\n]+/g)) {
    const end = line.index + line[0].length;
    const quoted = BLOCK_QUOTE.test(line[0]);
    const blankBetween = open !== null && draft.slice(open.end, line.index).length > 1;
    if (!/\S/.test(line[0])) open = null;
    else if (open && !blankBetween && open.quoted === quoted && end - open.start <= LONGEST_PARAGRAPH) open.end = end;
    else {
      open = { start: line.index, end, quoted };
      found.push(open);
    }
  }
  return found;
}

function claimsOf(draft: string, { start, end }: Span): Claim[] {
  const text = draft.slice(start, end);
  if (BLOCK_QUOTE.test(text)) return quotation(text.replace(/^[^\S\n]{0,3}>[^\S\n]?/gm, ''), start, end);
  const quotations = quotationsIn(text);
  const quoted = quotations.flatMap((span) =>
    quotation(text.slice(span.start, span.end), start + span.start, start + span.end),
  );
  // A sentence in which something is quoted is told by what it quotes.
  const free = sentencesIn(text).filter((one) => quotations.every((it) => it.end <= one.start || it.start >= one.end));
  const own = free.map(
    (one): Claim => ({
      kind: 'sentence',
      text: text.slice(one.start, one.end),
      start: start + one.start,
      end: start + one.end,
    }),
  );
  return [...quoted, ...own];
}

function quotation(text: string, start: number, end: number): Claim[] {
  if (text.length <= LONG) return [{ kind: 'quotation', text: text.trim(), start, end }];
  return sentencesIn(text).map((one) => ({
    kind: 'quotation',
    text: text.slice(one.start, one.end),
    start: Math.min(start + one.start, end),
    end: Math.min(start + one.end, end),
  }));
}

/** Sentences as ranges of a text with line ends: each white space counts as one space, so places stay. */
function sentencesIn(text: string): Span[] {
  return sentenceRanges(text.replace(/\s/g, ' '))
    .flatMap((sentence) => piecesOf(text, sentence))
    .flatMap(({ start, end }) => {
      const words = text.slice(start, end);
      const indent = words.length - words.trimStart().length;
      return words.trim() === '' ? [] : [{ start: start + indent, end: start + indent + words.trim().length }];
    });
}

/** A sentence; what is too long for one, cut between words. */
function piecesOf(text: string, { start, end }: Span): Span[] {
  const pieces: Span[] = [];
  for (let from = start; from < end; ) {
    const space = end - from <= LONG ? end : text.slice(from, from + LONG).search(/\s\S*$/) + from;
    const to = space > from ? space : Math.min(end, from + LONG);
    pieces.push({ start: from, end: to });
    from = to;
  }
  return pieces;
}

function wordCount(text: string): number {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
}
