import { z } from 'zod';
import { SidecarError } from './errors.ts';
import { letterKindSchema } from './schema.ts';

const isoDate = z.iso.date();
/** On one line: a title or a name with line ends would look like several things. */
const text = z
  .string()
  .overwrite((given) => given.replace(/\s+/g, ' ').trim())
  .min(1);

/** What the file that a letter comes from, or the service that has it, may state beside its text. */
const stated = {
  subject: text.optional(),
  letterDate: isoDate.optional(),
  dossiers: z.array(text).optional(),
  number: text.optional(),
  url: z.url({ protocol: /^https?$/ }).optional(),
};

/** What may stand in `NAME.meta.json` beside `NAME.txt`. Every field is optional and wins over what the text says. */
export const sidecarSchema = z.strictObject({
  kind: letterKindSchema.optional(),
  /** For people; made from the other fields where it is not given. */
  title: text.optional(),
  ...stated,
  meeting: z.strictObject({ name: text, dates: z.array(isoDate).min(1), place: text.nullable().optional() }).optional(),
  signatories: z.array(z.strictObject({ name: text, office: text.nullable().optional() })).optional(),
  /**
   * Where the text came from, for people; written when a letter is taken in, with what was stated there: a field that says
   * something else was written by a person.
   */
  source: z
    .strictObject({
      file: text,
      format: text,
      pages: z.int().min(1).optional(),
      sha256: text,
      stated: z.strictObject(stated).optional(),
    })
    .optional(),
});

export type Sidecar = z.infer<typeof sidecarSchema>;

/**
 * Reads a sidecar file's text.
 *
 * @throws SidecarError with the file and the path of every issue.
 */
export function parseSidecar(file: string, json: string): Sidecar {
  let document: unknown;
  try {
    document = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SidecarError(file, [{ path: '', message: error instanceof Error ? error.message : 'invalid JSON' }]);
  }
  const result = sidecarSchema.safeParse(document);
  if (result.success) return result.data;
  throw new SidecarError(
    file,
    result.error.issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })),
  );
}
