import { z } from 'zod';
import { meetingSchema } from '../../letters/schema.ts';
import { letterRefSchema, quoteSchema } from '../schema.ts';

const sideSchema = z.object({
  meeting: meetingSchema.nullable(),
  letters: z.array(letterRefSchema),
  /** Sentences about the subject. */
  sentences: z.int().min(0),
});

/** Two meetings (or letters without one) on one subject: what both say, what is new in the later one, what is gone. */
export const comparisonSchema = z.object({
  subject: z.string(),
  earlier: sideSchema,
  later: sideSchema,
  both: z.array(z.object({ earlier: quoteSchema, later: quoteSchema })),
  gone: z.array(quoteSchema),
  fresh: z.array(quoteSchema),
  /** Quotes left out of each list. */
  more: z.object({ both: z.int().min(0), gone: z.int().min(0), fresh: z.int().min(0) }),
  elapsedMs: z.number().min(0),
});

export type Comparison = z.infer<typeof comparisonSchema>;
