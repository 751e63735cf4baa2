import { z } from 'zod';
import { quoteSchema } from '../schema.ts';

/** A stretch that draft and letter share, or that only one of them has. */
export const differenceSchema = z.object({ is: z.enum(['same', 'draft', 'letter']), text: z.string() });

export const checkedSchema = z.object({
  /** `quotation`: between quotation marks or in a block quote. `sentence`: the draft's own words. */
  kind: z.enum(['quotation', 'sentence']),
  /** As the draft has it. */
  text: z.string(),
  /** Offsets into the draft. */
  start: z.int().min(0),
  end: z.int().min(0),
  verdict: z.enum(['verbatim', 'nearly', 'not_found']),
  /** The passage that holds the words, or nearly; highlighted what is compared. */
  quote: quoteSchema.nullable(),
  /** Whether the words are those of the question that the passage answers: a member's, not the minister's. */
  asked: z.boolean(),
  /** For `nearly`, all of the claim with what differs, in order. */
  differences: z.array(differenceSchema),
});

/** A draft compared with all letters. */
export const checkSchema = z.object({
  /** Every quotation; of the draft's own sentences those that a letter holds, or nearly. In the draft's order. */
  claims: z.array(checkedSchema),
  /** Quotations by verdict. */
  quotations: z.object({ verbatim: z.int().min(0), nearly: z.int().min(0), not_found: z.int().min(0) }),
  /** The draft's own sentences that no letter holds. */
  ownSentences: z.int().min(0),
  elapsedMs: z.number().min(0),
});

export type Difference = z.infer<typeof differenceSchema>;
export type Checked = z.infer<typeof checkedSchema>;
export type Check = z.infer<typeof checkSchema>;
