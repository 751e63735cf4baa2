import { z } from 'zod';

const isoDate = z.iso.date();
const id = z.string().min(1).max(12);
const field = z.enum(['kind', 'subject', 'letterDate', 'meeting', 'dossiers', 'number', 'signatories', 'url']);

export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) });

export const meetingSchema = z.object({
  id,
  name: z.string(),
  dates: z.array(isoDate),
  place: z.string().nullable(),
});

/** A letter as answers refer to it. */
export const letterRefSchema = z.object({
  id,
  file: z.string(),
  title: z.string(),
  kind: z.enum(['report', 'annotated_agenda', 'other']),
  subject: z.string().nullable(),
  letterDate: isoDate.nullable(),
  meeting: meetingSchema.nullable(),
  dossiers: z.array(z.string()),
  number: z.string().nullable(),
  signatories: z.array(z.object({ name: z.string(), office: z.string().nullable() })),
  url: z.url().nullable(),
  inferred: z.array(z.object({ field, from: z.string() })),
  conflicts: z.array(z.object({ field, values: z.array(z.string()) })),
});

/** Words of a letter: a checked span with its readable form. */
export const quoteSchema = z.object({
  id,
  file: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  skipped: z.array(spanSchema),
  text: z.string().max(900),
  highlights: z.array(spanSchema),
  /** The highlights as offsets into `text`: ascending, apart, without white space at their ends. */
  marks: z.array(spanSchema),
  section: z.string().nullable(),
  page: z.int().min(1).nullable(),
  letter: letterRefSchema,
  citation: z.string(),
  url: z.url().nullable(),
  score: z.number(),
});

export const coverageSchema = z.object({
  letters: z.int().min(0),
  oldest: isoDate.nullable(),
  newest: isoDate.nullable(),
});

export const answerSchema = z.object({
  question: z.string(),
  language: z.enum(['nl', 'en']),
  answered: z.boolean(),
  confidence: z.number().min(0).max(1),
  quotes: z.array(quoteSchema),
  reason: z.string().nullable(),
  reasonCode: z.enum(['empty', 'off_topic', 'not_in_letters', 'other_language']).nullable(),
  understood: z.object({
    meeting: z.string().optional(),
    letter: z.string().optional(),
    from: isoDate.optional(),
    to: isoDate.optional(),
  }),
  nearest: z.array(z.object({ letterId: id, section: z.string() })),
  coverage: coverageSchema,
  elapsedMs: z.number().min(0),
});

/** One letter as `letters` lists it. */
export const letterEntrySchema = letterRefSchema.extend({
  sections: z.array(z.string()),
  footnotes: z.array(z.string()),
  passages: z.int().min(0),
  words: z.int().min(0),
});

export type LetterRef = z.infer<typeof letterRefSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type LetterEntry = z.infer<typeof letterEntrySchema>;
