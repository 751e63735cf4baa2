import { z } from 'zod';
import { idSchema } from '../../letters/schema.ts';
import { letterRefSchema, quoteSchema } from '../schema.ts';

/** A paper of parliament that a letter refers to. */
export const referenceSchema = z.object({
  /** As the letter writes it: "Kamerstuk 28 676, nr. 347". */
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
  dossier: z.string(),
  number: z.string(),
  /** The letter in the index that is this paper. */
  letterId: idSchema.nullable(),
  /** The official publication. */
  url: z.url(),
});

export const outlineSectionSchema = z.object({
  title: z.string().nullable(),
  words: z.int().min(0),
  passages: z.int().min(0),
  /** Its first sentence. */
  first: quoteSchema.nullable(),
});

/** How a letter is built. */
export const outlineSchema = z.object({
  letter: letterRefSchema,
  words: z.int().min(0),
  sections: z.array(outlineSectionSchema),
  footnotes: z.array(quoteSchema),
  references: z.array(referenceSchema),
});

export type Reference = z.infer<typeof referenceSchema>;
export type OutlineSection = z.infer<typeof outlineSectionSchema>;
export type Outline = z.infer<typeof outlineSchema>;
