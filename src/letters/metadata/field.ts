import { spanInSource } from '../readable.ts';
import type { Span } from '../types.ts';
import type { UnitText } from '../unit-texts.ts';

/** What was found for one field: its value, where it stands, or what it was worked out from. */
export interface Field<T> {
  readonly value: T | null;
  /** Where the text states it. */
  readonly spans?: readonly Span[];
  /** What it was worked out from, where it is not stated. */
  readonly inferredFrom?: string | undefined;
  /** Values the text states elsewhere instead. */
  readonly others?: readonly string[];
}

export const NOTHING = { value: null } as const;

/** A value stated at a range of a unit's readable text. */
export function field<T>(text: UnitText, range: Span, value: T): Field<T> {
  return { value, spans: [spanInSource(text.form, range)] };
}

/** The first of several statements, with the others that differ from it. */
export function firstAndOthers<T>(found: readonly Field<T>[], show: (value: T) => string): Field<T> {
  const [first] = found;
  if (!first || first.value === null) return NOTHING;
  const shown = show(first.value);
  const others = new Set(found.flatMap((one) => (one.value === null ? [] : [show(one.value)])));
  others.delete(shown);
  return { ...first, others: [...others] };
}
