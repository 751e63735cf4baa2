import { z } from 'zod';
import { FEEDBACK_REASONS } from '../stores/feedback.ts';
import { buttonId } from './custom-id.ts';
import { flag, id, isoDate } from './fields.ts';

/** What a search was narrowed to; `u`: filters named in the question's words are not applied. */
export const scope = z.object({
  l: id.exactOptional(),
  m: id.exactOptional(),
  f: isoDate.exactOptional(),
  t: isoDate.exactOptional(),
  u: flag.exactOptional(),
});

export type Scope = z.infer<typeof scope>;

const verdict = z.object({ q: z.string().max(40) });

/** How many quotes were shown already. */
export const shown = z.coerce.number().int().min(1).max(1000);

/** The buttons of a whole answer; the question stands in the message they sit on. */
export const nextId = buttonId('next', scope.extend({ s: shown }));
export const unfilteredId = buttonId('unfiltered', scope);
export const rightId = buttonId('right', verdict);
export const wrongId = buttonId('wrong', verdict);
/** Why it was wrong; `x`: the verdict that this is said of. */
export const reasonId = buttonId('reason', z.object({ x: z.string().max(16), r: z.enum(FEEDBACK_REASONS) }));
/** Asks the question of `/help` with this number. */
export const exampleId = buttonId('example', z.object({ n: z.coerce.number().int().min(0).max(9) }));
