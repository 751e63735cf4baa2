import { z } from 'zod';
import type { Span } from '../../letters/types.ts';
import { buttonId } from './custom-id.ts';

const id = z.string().min(1).max(12);
const isoDate = z.iso.date();

/** A passage, and which parts of its text were highlighted ("12-80.95-120"). */
const passage = z.object({
  p: id,
  m: z
    .string()
    .regex(/^\d+-\d+(\.\d+-\d+)*$/)
    .optional(),
});

/** What a search was narrowed to; `u`: filters named in the question's words are not applied. */
const scope = z.object({
  l: id.optional(),
  m: id.optional(),
  f: isoDate.optional(),
  t: isoDate.optional(),
  u: z.stringbool({ truthy: ['1'], falsy: ['0'] }).optional(),
});

const verdict = z.object({ q: z.string().max(40) });

/** Every kind of button under answers; the question stands in the message they sit on. */
export const shareId = buttonId('share', passage);
export const contextId = buttonId('context', passage);
export const copyId = buttonId('copy', passage);
/** `o`: how many of the section's passages were shown already. */
export const sectionId = buttonId('section', z.object({ p: id, o: z.coerce.number().int().min(0).optional() }));
/** `s`: how many quotes were shown already. */
export const nextId = buttonId('next', scope.extend({ s: z.coerce.number().int().min(1).max(1000) }));
export const unfilteredId = buttonId('unfiltered', scope);
export const rightId = buttonId('right', verdict);
export const wrongId = buttonId('wrong', verdict);

/** Highlights for a custom id, as many as fit in it. */
export function writeMarks(marks: readonly Span[]): string | undefined {
  const shown = marks.slice(0, 5).map(({ start, end }) => `${start}-${end}`);
  return shown.length > 0 ? shown.join('.') : undefined;
}

/** Highlights from a custom id, as far as they lie in order within a text of this length. */
export function readMarks(marks: string | undefined, length: number): Span[] {
  const spans = (marks ?? '').split('.').flatMap((mark) => {
    const [start = Number.NaN, end = Number.NaN] = mark.split('-').map(Number);
    return start < end && end <= length ? [{ start, end }] : [];
  });
  return spans.filter((span, index) => index === 0 || span.start >= (spans[index - 1]?.end ?? 0));
}
