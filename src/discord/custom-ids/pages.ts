import { z } from 'zod';
import { buttonId } from './custom-id.ts';
import { flag, id, isoDate, offset } from './fields.ts';

/*
 * The buttons that turn a page; `o`: how many entries were shown already.
 */

/** `m`: the meeting; `s`: the number of the section that was opened; `k`: a short one. */
export const summary = z.object({
  m: id,
  s: offset.exactOptional(),
  k: flag.exactOptional(),
  o: offset.exactOptional(),
});
export type SummaryState = z.infer<typeof summary>;
export const summaryId = buttonId('summary', summary);

/** `f`, `t`: the period; `w`: the whole of what is said; the subject stands in the message. */
export const timeline = z.object({
  f: isoDate.exactOptional(),
  t: isoDate.exactOptional(),
  w: flag.exactOptional(),
  o: offset.exactOptional(),
});
export type TimelineState = z.infer<typeof timeline>;
export const timelineId = buttonId('timeline', timeline);

/** `m`, `n`: the meetings; the subject stands in the message. */
const compare = z.object({ m: id, n: id, o: offset.exactOptional() });
export type CompareState = z.infer<typeof compare>;
export const compareId = buttonId('compare', compare);

/** `m`: only of this meeting; `n`: only open ones. */
export const commitments = z.object({ m: id.exactOptional(), n: flag.exactOptional(), o: offset.exactOptional() });
export type CommitmentsState = z.infer<typeof commitments>;
export const commitmentsId = buttonId('commitments', commitments);

/** `l`: the letter. */
const letter = z.object({ l: id, o: offset.exactOptional() });
export const letterId = buttonId('letter', letter);

/** `m`, `y`: only of this meeting, this year. */
const letters = z.object({
  m: id.exactOptional(),
  y: z.coerce.number().int().exactOptional(),
  o: offset.exactOptional(),
});
export type LettersState = z.infer<typeof letters>;
export const lettersId = buttonId('letters', letters);
