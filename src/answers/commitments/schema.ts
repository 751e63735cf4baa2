import { z } from 'zod';
import { letterRefSchema, quoteSchema } from '../schema.ts';

const isoDate = z.iso.date();

/** What a minister promised parliament. */
export const commitmentSchema = z.object({
  quote: quoteSchema,
  /** Who promised it: the office, "het kabinet", or the signatories of a letter that says "ik". */
  who: z.string().nullable(),
  /** The letter says that somebody else will do it: another minister, say. */
  byOther: z.boolean(),
  /** By when, in the letter's words. */
  due: z.string().nullable(),
  /** The first and last day those words come down to, null where open; seasons and recesses are approximate. */
  dueDays: z.object({ from: isoDate.nullable(), to: isoDate.nullable(), approximate: z.boolean() }).nullable(),
  /** It comes again: "jaarlijks", "twee keer per jaar". */
  recurring: z.boolean(),
  /** When it was promised: the letter's day. */
  date: isoDate.nullable(),
  /** The later letter that most likely fulfils it; never certain. */
  fulfilledBy: z
    .object({ letter: letterRefSchema, quote: quoteSchema, likelihood: z.number().min(0).max(1) })
    .nullable(),
});

export const commitmentsSchema = z.array(commitmentSchema);

export type Commitment = z.infer<typeof commitmentSchema>;
