import type { z } from 'zod';
import type {
  letterKindSchema,
  letterSchema,
  meetingSchema,
  metadataFieldSchema,
  metadataSchema,
  partKindSchema,
  partSchema,
  passageSchema,
  sectionSchema,
  signatorySchema,
  spanSchema,
} from './schema.ts';

export { MAX_QUOTE_LENGTH } from './schema.ts';
export type Span = z.infer<typeof spanSchema>;
export type PartKind = z.infer<typeof partKindSchema>;
export type Part = z.infer<typeof partSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type Passage = z.infer<typeof passageSchema>;
export type LetterKind = z.infer<typeof letterKindSchema>;
export type Meeting = z.infer<typeof meetingSchema>;
export type Signatory = z.infer<typeof signatorySchema>;
export type MetadataField = z.infer<typeof metadataFieldSchema>;
export type LetterMetadata = z.infer<typeof metadataSchema>;
export type Letter = z.infer<typeof letterSchema>;
