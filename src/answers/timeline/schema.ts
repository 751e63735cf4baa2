import { z } from 'zod';
import { idSchema, spanSchema } from '../../letters/schema.ts';
import { quoteSchema } from '../schema.ts';

const isoDate = z.iso.date();

export const timelineEntrySchema = z.object({
  date: isoDate.nullable(),
  /** Whose date it is. */
  dateOf: z.enum(['meeting', 'letter']),
  /** The date was worked out rather than read. */
  inferred: z.boolean(),
  quote: quoteSchema,
  /** Where the same is said again, in this letter or a later one. */
  repeats: z.array(spanSchema.unwrap().extend({ file: z.string() })),
});

/** How much one letter says about the subject. */
export const timelineVolumeSchema = z.object({
  letterId: idSchema,
  title: z.string(),
  date: isoDate.nullable(),
  sentences: z.int().min(0),
  /** Of those, how many are neither quoted nor a repeat of what is. */
  more: z.int().min(0),
});

/** How a subject runs through the letters, oldest first; undated letters come last. */
export const timelineSchema = z.object({
  subject: z.string(),
  entries: z.array(timelineEntrySchema),
  volume: z.array(timelineVolumeSchema),
  elapsedMs: z.number().min(0),
});

export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export type TimelineVolume = z.infer<typeof timelineVolumeSchema>;
export type Timeline = z.infer<typeof timelineSchema>;
