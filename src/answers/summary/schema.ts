import { z } from 'zod';
import { meetingSchema } from '../../letters/schema.ts';
import { letterRefSchema, quoteSchema } from '../schema.ts';

/** What a part of a summary holds; the heading says it in the reader's language. */
export const partKindSchema = z.enum(['about', 'section', 'position', 'promised', 'next']);

export const summaryPartSchema = z.object({
  kind: partKindSchema,
  heading: z.string(),
  /** What a letter before the meeting announces stands right before what the letter after it says came of it. */
  points: z.array(quoteSchema),
});

/** A meeting (or a letter without one) in quotes. */
export const summarySchema = z.object({
  meeting: meetingSchema.nullable(),
  letters: z.array(letterRefSchema),
  missing: z.array(z.enum(['before', 'after'])),
  parts: z.array(summaryPartSchema),
  /** Titles of sections without a quote. */
  leftOut: z.array(z.string()),
  /** The section that was opened; null for a summary of the whole. */
  section: z.string().nullable(),
  elapsedMs: z.number().min(0),
});

export type PartKind = z.infer<typeof partKindSchema>;
export type SummaryPart = z.infer<typeof summaryPartSchema>;
export type Summary = z.infer<typeof summarySchema>;
