/** A stretch of text that a PDF draws at once. Distances are points; y grows downwards, as one reads. */
export interface Piece {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  /** The baseline. */
  readonly y: number;
  /** Height of the letters. */
  readonly size: number;
  readonly font: string;
}

/** What pdf.js calls a text item. */
export interface TextItem {
  readonly str: string;
  /** Text space to page space: [a, b, c, d, e, f]. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** Bold is often made by drawing the same twice, so little apart. */
const OVERPRINT = 1;

/**
 * The pieces of a page with text that runs from left to right; what stands on its side is a stamp or a margin note.
 *
 * @param view page space to what is seen, as pdf.js's viewport has it.
 */
export function toPieces(items: readonly TextItem[], view: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  for (const item of items) {
    if (item.str.trim() === '') continue;
    const [a, b, , d, e, f] = multiply(view, item.transform);
    if (a <= 0 || Math.abs(b) > a * 0.1) continue;
    const size = item.height > 0 ? item.height : Math.abs(d);
    if (size <= 0) continue;
    const piece = { text: item.str, x0: e, x1: e + item.width, y: f, size, font: item.fontName };
    if (!pieces.slice(-4).some((one) => isSame(one, piece))) pieces.push(piece);
  }
  return pieces;
}

function isSame(one: Piece, other: Piece): boolean {
  const near = Math.abs(one.x0 - other.x0) < OVERPRINT && Math.abs(one.y - other.y) < OVERPRINT;
  return near && one.text === other.text;
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, i = 0] = inner;
  return [a * ia + c * ib, b * ia + d * ib, a * ic + c * id, b * ic + d * id, a * ie + c * i + e, b * ie + d * i + f];
}
