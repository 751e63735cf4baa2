import { z } from 'zod';
import { idSchema, letterSchema, MAX_QUOTE_LENGTH, metadataSchema, spanSchema } from '../letters/schema.ts';

const isoDate = z.iso.date();

/** A letter as answers refer to it. */
export const letterRefSchema = letterSchema
  .unwrap()
  .pick({ id: true, file: true, title: true })
  .extend(metadataSchema.unwrap().omit({ stated: true }).shape)
  .readonly();

/** A footnote of a letter: a checked span with its readable form. */
export const noteSchema = z.object({
  id: idSchema,
  start: z.int().min(0),
  end: z.int().min(0),
  skipped: z.array(spanSchema),
  text: z.string().max(MAX_QUOTE_LENGTH),
});

/** Words of a letter: a checked span with its readable form. */
export const quoteSchema = z.object({
  id: idSchema,
  file: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  skipped: z.array(spanSchema),
  text: z.string().max(MAX_QUOTE_LENGTH),
  highlights: z.array(spanSchema),
  /** The highlights as offsets into `text`: ascending, apart, without white space at their ends. */
  marks: z.array(spanSchema),
  section: z.string().nullable(),
  /** The question of a member of parliament that it answers, as the letter gives it; null where it answers none. */
  question: z.string().nullable(),
  /** The footnotes whose marks stand in what is highlighted; in the whole quote where nothing is. */
  notes: z.array(noteSchema),
  page: z.int().min(1).nullable(),
  /** The fragment of the address where its letter's page shows it: `letters/LETTER/#ANCHOR`. */
  anchor: z.string(),
  /** Where that can be opened; null where letters have no pages. */
  pageUrl: z.url().nullable(),
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
  /** How likely it is that the first quote answers. */
  confidence: z.number().min(0).max(1),
  /** It is answered, and that may well be no answer: people are told "I am not sure that this answers the question." */
  tentative: z.boolean(),
  quotes: z.array(quoteSchema),
  /** What bears on the question without answering it, best first; beside a refusal, what answers it of another time. */
  related: z.array(quoteSchema),
  reason: z.string().nullable(),
  reasonCode: z
    .enum([
      'empty',
      'off_topic',
      'not_in_letters',
      'words_absent',
      'names_absent',
      'not_then',
      'other_language',
      'letters_asked',
    ])
    .nullable(),
  /** The letters that are asked for, newest first: a list of them is the answer. Empty for any other question. */
  letters: z.array(idSchema),
  understood: z.object({
    meeting: z.string().optional(),
    letter: z.string().optional(),
    from: isoDate.optional(),
    to: isoDate.optional(),
    signatory: z.string().optional(),
  }),
  nearest: z.array(z.object({ letterId: idSchema, section: z.string() })),
  coverage: coverageSchema,
  elapsedMs: z.number().min(0),
});

/** One letter as `letters` lists it. */
export const letterEntrySchema = letterRefSchema.unwrap().extend({
  sections: z.array(z.string()),
  footnotes: z.array(z.string()),
  passages: z.int().min(0),
  words: z.int().min(0),
});

export type LetterRef = z.infer<typeof letterRefSchema>;
export type Note = z.infer<typeof noteSchema>;
export type Quote = z.infer<typeof quoteSchema>;
export type Coverage = z.infer<typeof coverageSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type LetterEntry = z.infer<typeof letterEntrySchema>;
