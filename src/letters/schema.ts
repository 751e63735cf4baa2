import { z } from 'zod';

/** Longest readable form of a passage or quote, in UTF-16 units. */
export const MAX_QUOTE_LENGTH = 900;

const isoDate = z.iso.date();
/** Of a letter, passage or meeting: made from content; the same after a rebuild. */
export const idSchema = z.string().min(1).max(12);
const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

/** A stretch of a letter's file: UTF-16 offsets `[start, end)` into the text decoded as it is (a BOM counts as one unit). */
export const spanSchema = z.object({ start: z.int().min(0), end: z.int().min(0) }).readonly();

/** What a stretch of a letter is. Every character that is not white space belongs to exactly one part. */
export const partKindSchema = z.enum([
  'heading',
  'paragraph',
  'address',
  'metadata',
  'question',
  'salutation',
  'signature',
  'footnote',
  'furniture',
]);

export const partSchema = spanSchema.unwrap().extend({ kind: partKindSchema }).readonly();

/**
 * A heading and what stands under it. The first section has none: what precedes the first heading, empty where the letter
 * begins with one. What concerns the letter as a whole (letterhead, signature, furniture) belongs to it wherever it stands.
 */
export const sectionSchema = spanSchema
  .unwrap()
  .extend({
    /** Where the heading stands; null for the first section. */
    heading: spanSchema.nullable(),
    /** The heading in readable form. */
    title: z.string().nullable(),
    /** The question of a member of parliament that it answers, in readable form; null where it answers none. */
    question: z.string().nullable(),
  })
  .readonly();

/** The unit that is retrieved: one paragraph, a part of a long one, or another part that states something. */
export const passageSchema = spanSchema
  .unwrap()
  .extend({
    id: idSchema,
    /** The kind of part it stands in; running text is `paragraph`. */
    kind: partKindSchema,
    /** Index into the letter's sections. */
    section: z.int().min(0),
    /** 1-based page, or null where the file shows no page breaks. */
    page: z.int().min(1).nullable(),
    /** What interrupts the hull: page furniture, a footnote between two halves, a note mark glued to a word. */
    skipped: list(spanSchema),
    /** Of a footnote: where the mark stands that points at it; null where there is none, and for all other parts. */
    mark: spanSchema.nullable().default(null),
    /** Sentences in order; each lies within the passage. */
    sentences: list(spanSchema),
    /** The readable form of the hull; at most `MAX_QUOTE_LENGTH` characters. */
    text: z.string(),
  })
  .readonly();

/** What a letter is, the more telling first; `other` where it says neither what it is nor what it is about. */
export const letterKindSchema = z.enum([
  'report',
  'annotated_agenda',
  'answers',
  'policy_letter',
  'letter_on_subject',
  'other',
]);

export const meetingSchema = z
  .object({
    /** Letters before and after the same meeting share it. */
    id: idSchema,
    /** As the letter names it, without its dates: "NAVO-ministers van Defensie". */
    name: z.string(),
    /** Ascending. */
    dates: list(isoDate),
    place: z.string().nullable(),
  })
  .readonly();

export const signatorySchema = z.object({ name: z.string(), office: z.string().nullable() }).readonly();

export const metadataFieldSchema = z.enum([
  'kind',
  'subject',
  'letterDate',
  'meeting',
  'dossiers',
  'number',
  'signatories',
  'url',
]);

export const metadataSchema = z
  .object({
    kind: letterKindSchema,
    subject: z.string().nullable(),
    letterDate: isoDate.nullable(),
    meeting: meetingSchema.nullable(),
    /** Dossier numbers as parliament writes them: "28 676", "21 501-02". */
    dossiers: list(z.string()),
    /** The letter's own number within its dossier: "348". */
    number: z.string().nullable(),
    signatories: list(signatorySchema),
    /** The official publication, where dossier and number are known or a sidecar gives it. */
    url: z.url().nullable(),
    /** Where in the text each field is stated. */
    stated: list(z.object({ field: metadataFieldSchema, span: spanSchema }).readonly()),
    /** Fields worked out rather than read, and from what: never shown as certain. */
    inferred: list(z.object({ field: metadataFieldSchema, from: z.string() }).readonly()),
    /** Fields for which sources disagree. The sidecar wins, then the text. */
    conflicts: list(z.object({ field: metadataFieldSchema, values: list(z.string()) }).readonly()),
  })
  .readonly();

/** One letter: its text as it is in the file and everything that was read from it. */
export const letterSchema = z
  .object({
    id: idSchema,
    /** Path relative to the letters folder, with forward slashes. */
    file: z.string(),
    source: z.string(),
    /** For people: "Verslag NAVO-ministers van Defensie, 21 en 22 oktober 2021"; the first heading or file name where nothing else is known. */
    title: z.string(),
    metadata: metadataSchema,
    parts: list(partSchema),
    sections: list(sectionSchema),
    passages: list(passageSchema),
    /** Line-end hyphens to leave out of readable forms, with the white space behind them ("bondge-\nnootschap"). */
    joins: list(spanSchema),
    /** Where people can read it as a page: said when letters are opened for readers, never stored. */
    pageUrl: z.url().optional(),
  })
  .readonly();
