import { superscript } from '../text/note-marks.ts';
import { withAccent, wordsApart } from './accents.ts';
import type { Piece } from './pieces.ts';

/** A stretch of one line without wide gaps: a line of a column, a cell of a table, a label. */
export interface Segment {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** Of the letters that most of it is in. */
  readonly size: number;
  readonly font: string;
}

/** Wider than this, in heights of its letters, a gap parts columns or cells. */
const COLUMN_GAP = 1.6;
/** Wider than this it parts words. */
const WORD_GAP = 0.15;
/** Letters this much smaller and raised are a note mark or an exponent. */
const RAISED_SIZE = 0.82;

interface OnLine extends Piece {
  readonly raised: boolean;
}

/** The segments of a page, in no order. */
export function toSegments(pieces: readonly Piece[]): Segment[] {
  const words = wordsApart(pieces);
  return toLines(pieces).flatMap((line) => splitAtGaps(line).map((part) => toSegment(part, words)));
}

/** Pieces with one baseline, raised ones with the line they stand in. */
function toLines(pieces: readonly Piece[]): OnLine[][] {
  const lines: { y: number; size: number; pieces: OnLine[] }[] = [];
  const bySize = [...pieces].sort((a, b) => b.size - a.size || a.y - b.y || a.x0 - b.x0);
  for (const piece of bySize) {
    const same = lines.find(({ y, size }) => Math.abs(y - piece.y) <= 0.2 * Math.min(size, piece.size));
    const line = lines.find((one) => isRaised(piece, one));
    if (line && (!same || same.size <= piece.size * 1.1)) line.pieces.push({ ...piece, raised: true });
    else if (same) same.pieces.push({ ...piece, raised: false });
    else lines.push({ y: piece.y, size: piece.size, pieces: [{ ...piece, raised: false }] });
  }
  return lines.map((line) => line.pieces.sort((a, b) => a.x0 - b.x0));
}

/** Whether a piece stands higher in a line of larger letters, right beside one of them. */
function isRaised(piece: Piece, line: { y: number; size: number; pieces: readonly OnLine[] }): boolean {
  const up = line.y - piece.y;
  if (piece.size > line.size * RAISED_SIZE || up < 0.1 * line.size || up > 0.9 * line.size) return false;
  const near = 0.6 * line.size;
  return line.pieces.some(
    ({ x0, x1, raised }) => !raised && (Math.abs(piece.x0 - x1) <= near || Math.abs(x0 - piece.x1) <= near),
  );
}

function splitAtGaps(line: readonly OnLine[]): OnLine[][] {
  const parts: OnLine[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of line) {
    const part = parts.at(-1);
    if (part && piece.x0 - right <= COLUMN_GAP * piece.size) part.push(piece);
    else parts.push([piece]);
    right = Math.max(right, piece.x1);
  }
  return parts;
}

function toSegment(pieces: readonly OnLine[], words: ReadonlySet<string>): Segment {
  const main = [...pieces].filter(({ raised }) => !raised).sort((a, b) => b.text.length - a.text.length)[0];
  const { y, size, font } = main ?? pieces[0]!;
  return {
    text: joinPieces(pieces, words),
    x0: Math.min(...pieces.map(({ x0 }) => x0)),
    x1: Math.max(...pieces.map(({ x1 }) => x1)),
    y,
    size,
    font,
  };
}

function joinPieces(pieces: readonly OnLine[], words: ReadonlySet<string>): string {
  let text = '';
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const apart = text !== '' && piece.x0 - right > WORD_GAP * piece.size && !text.endsWith(' ');
    const accented = withAccent(text, piece, right, words);
    const isMark = piece.raised && /^\s*\d{1,3}\s*$/.test(piece.text);
    if (accented !== null) text = accented;
    else if (isMark && text !== '') text = text.trimEnd() + superscript(piece.text.trimStart());
    else if (isMark) text = `${piece.text.trim()} `;
    else text += (apart && !piece.text.startsWith(' ') ? ' ' : '') + piece.text;
    right = Math.max(right, piece.x1);
  }
  return text.replace(/\s+/g, ' ').trim();
}
