import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { letterKindSchema } from '../../src/letters/schema.ts';

export const FORMS = fileURLToPath(new URL('forms', import.meta.url));

const formSchema = z.strictObject({
  kind: letterKindSchema,
  subject: z.string().nullable(),
  title: z.string(),
  letterDate: z.string().nullable(),
  dossiers: z.array(z.string()),
  number: z.string().nullable(),
  signatories: z.array(z.object({ name: z.string(), office: z.string().nullable() })),
  meeting: z.object({ name: z.string(), dates: z.array(z.string()), place: z.string().nullable() }).nullable(),
  footnotes: z.int().optional(),
  /** Words that no passage may hold. */
  unquoted: z.array(z.string()).optional(),
  /** Sentences as they must be quoted. */
  sentences: z.array(z.string()).optional(),
  /** Questions, each with the text of its answer. */
  pairs: z.array(z.tuple([z.string(), z.string()])).optional(),
});

/** What each letter of invented facts in `forms/` must give. */
export const forms = z
  .record(z.string(), formSchema)
  .parse(JSON.parse(readFileSync(join(FORMS, 'expected.json'), 'utf8')));
