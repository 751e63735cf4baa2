import { findFootnotes } from './footnotes/footnotes.ts';
import { findFurniture } from './furniture.ts';
import { findLetterhead } from './letterhead/letterhead.ts';
import { type Line, splitLines, withoutDoubleSpacing } from './lines.ts';
import { toBlocks } from './paragraphs.ts';
import { withMarkersApart } from './questions.ts';
import { type Taken, toRows } from './rows.ts';
import { findSignatures, type Signature } from './signature/signature.ts';
import type { Part, PartKind, Span } from './types.ts';

export interface UnitLine extends Span {
  /** 1-based; null where the text shows no page breaks. */
  readonly page: number | null;
}

/** A heading, a paragraph, a footnote: what belongs together, in one or more pieces with other parts between them. */
export interface Unit {
  readonly kind: PartKind;
  /** In order; each is a part of the letter. */
  readonly pieces: readonly Span[];
  /** The lines of all pieces, in order, for joining words across them. */
  readonly lines: readonly UnitLine[];
  /** Who signed, for a signature. */
  readonly signatories?: Signature['signatories'];
  /** The note mark in the running text that points at it, for a footnote. */
  readonly mark?: Span | null;
}

/**
 * The units of a source text, by where they start. Every character that is not white space lies in exactly one piece.
 *
 * @param mayShowPages whether more than form feeds may show the text's pages.
 */
export function layOut(source: string, mayShowPages: boolean): Unit[] {
  const { lines, questionNumbers } = withMarkersApart(withoutDoubleSpacing(splitLines(source)));
  const { isFurniture, pages } = findFurniture(lines, questionNumbers, mayShowPages);
  const footnotes = findFootnotes(source, lines, isFurniture, pages);
  const taken: Taken[] = isFurniture.map((is) => (is ? 'interrupts' : null));
  const units: Unit[] = [];
  const add = (kind: PartKind, numbers: readonly number[], rest: Partial<Unit> = {}): void => {
    const own = numbers.map((i) => ({ start: lines[i]!.start, end: lines[i]!.end, page: pages?.[i] ?? null }));
    units.push({ ...rest, kind, pieces: toPieces(own, numbers), lines: own });
  };
  const take = (numbers: readonly number[], how: Taken): void => {
    for (const number of numbers) taken[number] = how;
  };

  isFurniture.forEach((is, i) => {
    if (is) add('furniture', [i]);
  });
  for (const note of footnotes) {
    take(range(note.from, note.to), 'interrupts');
    add('footnote', range(note.from, note.to), { mark: note.mark });
  }
  for (const signature of findSignatures(lines, taken.map(Boolean))) {
    const own = range(signature.from, signature.to).filter((i) => !taken[i]);
    take(own, 'ends');
    add('signature', own, { signatories: signature.signatories });
  }
  for (const group of letterheadGroups(lines, taken.map(Boolean))) {
    take(group.numbers, 'ends');
    add(group.kind, group.numbers);
  }
  for (const block of toBlocks(toRows(lines, taken, pages), questionNumbers)) {
    add(
      block.kind,
      block.rows.map((row) => row.line),
    );
  }
  return units.sort((a, b) => a.pieces[0]!.start - b.pieces[0]!.start);
}

/** All parts of the units, in order. */
export function toParts(units: readonly Unit[]): Part[] {
  return units
    .flatMap((unit) => unit.pieces.map((piece) => ({ kind: unit.kind, ...piece })))
    .sort((a, b) => a.start - b.start);
}

function letterheadGroups(lines: readonly Line[], taken: readonly boolean[]): { kind: PartKind; numbers: number[] }[] {
  const groups: { kind: PartKind; numbers: number[] }[] = [];
  for (const [number, { kind, continues }] of findLetterhead(lines, taken)) {
    const last = groups.at(-1);
    if (continues && last) last.numbers.push(number);
    else groups.push({ kind, numbers: [number] });
  }
  return groups;
}

/** Lines directly after each other are one piece. */
function toPieces(lines: readonly Span[], numbers: readonly number[]): Span[] {
  const pieces: Span[] = [];
  lines.forEach(({ start, end }, i) => {
    const follows = i > 0 && numbers[i] === numbers[i - 1]! + 1;
    pieces.push({ start: follows ? pieces.pop()!.start : start, end });
  });
  return pieces;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}
