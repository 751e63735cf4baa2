import type { DecideHyphen } from './fates.ts';
import { joinBetween, without } from './joins.ts';
import type { Unit } from './layout.ts';
import { type Readable, readable } from './readable.ts';
import { firstIndex } from './search.ts';
import type { Part, Span } from './types.ts';

/** A unit with its readable form. */
export interface UnitText {
  readonly unit: Unit;
  /** From its first character to its last. */
  readonly hull: Span;
  /** What interrupts it: other parts, and note marks. */
  readonly skipped: readonly Span[];
  readonly form: Readable;
}

/** The readable forms of all units, and the joins they are made with, in order. */
export function readUnits(
  source: string,
  units: readonly Unit[],
  parts: readonly Part[],
  decide: DecideHyphen,
): { texts: UnitText[]; joins: Span[] } {
  const marks = units.flatMap((unit) => unit.mark ?? []).sort((a, b) => a.start - b.start);
  const skips = units.map((unit) => skippedIn(unit, parts, marks));
  const joins = units
    .flatMap((unit, i) =>
      unit.lines.flatMap((line, n) => {
        const next = unit.lines[n + 1];
        return next ? without(joinBetween(source, line, next, decide), skips[i]!) : [];
      }),
    )
    .sort((a, b) => a.start - b.start);
  const texts = units.map((unit, i) => {
    const hull = hullOf(unit);
    return { unit, hull, skipped: skips[i]!, form: readable({ source, joins }, hull, skips[i]!) };
  });
  return { texts, joins };
}

function hullOf(unit: Unit): Span {
  return { start: unit.pieces[0]!.start, end: unit.pieces.at(-1)!.end };
}

/** Parts of other units between the pieces of this one, and the note marks inside its pieces, in order. */
function skippedIn({ pieces }: Unit, parts: readonly Part[], marks: readonly Span[]): Span[] {
  return pieces.flatMap((piece, i) => {
    const next = pieces[i + 1];
    const between = next ? spansWithin(parts, { start: piece.end, end: next.start }) : [];
    return [...spansWithin(marks, piece), ...between.map(({ start, end }) => ({ start, end }))];
  });
}

/** The spans that lie within another one; they are in order and do not overlap. */
export function spansWithin(spans: readonly Span[], outer: Span): Span[] {
  const first = firstIndex(spans.length, (i) => spans[i]!.start >= outer.start);
  const found: Span[] = [];
  for (let i = first; i < spans.length && spans[i]!.end <= outer.end; i += 1) found.push(spans[i]!);
  return found;
}
