import { z } from 'zod';
import type { Span } from '../../letters/types.ts';
import { buttonId } from './custom-id.ts';
import { flag, id, offset } from './fields.ts';

/** A passage, and which parts of its text were highlighted ("12-80.95-120"). */
export const passage = z.object({
  p: id,
  m: z
    .string()
    .regex(/^\d+-\d+(\.\d+-\d+)*$/)
    .exactOptional(),
});

/** Opens one quote of an answer, with buttons of its own. */
export const openId = buttonId('open', passage);
/** `x`: although it stands in the channel already. */
export const shareId = buttonId('share', passage.extend({ x: flag.exactOptional() }));
export const contextId = buttonId('context', passage);
export const copyId = buttonId('copy', passage);
/** `o`: how many of the section's passages were shown already. */
export const sectionId = buttonId('section', z.object({ p: id, o: offset.exactOptional() }));

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
