import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../src/json.ts';
import { letterKindSchema } from '../../src/letters/schema.ts';
import { packageRoot } from '../../src/package-root.ts';
import { Problem } from '../../src/problem.ts';

/** What a letter says of itself, read by a person. */
export const letterFactsSchema = z.strictObject({
  kind: letterKindSchema,
  subject: z.string().nullable(),
  title: z.string(),
  letterDate: z.string().nullable(),
  dossiers: z.array(z.string()),
  number: z.string().nullable(),
  signatories: z.array(z.object({ name: z.string(), office: z.string().nullable() })),
  meeting: z.object({ name: z.string(), dates: z.array(z.string()), place: z.string().nullable() }).nullable(),
  /** All headings, in order. */
  headings: z.array(z.string()).optional(),
  /** How many there are. */
  footnotes: z.int().optional(),
  /** Words that no passage may hold. */
  unquoted: z.array(z.string()).optional(),
  /** Sentences as they must be quoted. */
  sentences: z.array(z.string()).optional(),
  /** Questions, each with the text of its answer. */
  pairs: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** Words of each promise to parliament. */
  promises: z.array(z.string()).optional(),
  /** Words of sentences that some would call promises, and some not: they count neither way. */
  maybePromises: z.array(z.string()).optional(),
});

export type LetterFacts = z.infer<typeof letterFactsSchema>;

const bySet = z.record(z.string(), letterFactsSchema);

/** Letters of one kind with their texts and what each must give, by file. */
export interface FactSet {
  readonly name: string;
  readonly letters: readonly { readonly file: string; readonly source: string; readonly facts: LetterFacts }[];
}

/**
 * The made letters of `tests/letters/forms`, the letters in `seeds`, and real papers where their folder is given.
 * @throws {Problem} where a letter of a set is not there
 */
export async function factSets(real: string | undefined): Promise<readonly FactSet[]> {
  const forms = path.join(packageRoot(), 'tests/letters/forms');
  const facts = await readFacts(path.join(packageRoot(), 'bench/eval/letter-facts.json'), z.record(z.string(), bySet));
  return Promise.all([
    factSet('made letters', forms, await readFacts(path.join(forms, 'expected.json'), bySet)),
    factSet('letters in seeds', path.join(packageRoot(), 'seeds'), facts.seeds ?? {}),
    ...(real === undefined ? [] : [factSet('real papers', real, facts.real ?? {})]),
  ]);
}

async function factSet(name: string, folder: string, facts: Readonly<Record<string, LetterFacts>>): Promise<FactSet> {
  const files = new Set(await readdir(folder).catch(() => []));
  const missing = Object.keys(facts).find((file) => !files.has(file));
  if (missing !== undefined) throw new Problem(`${folder} lacks ${missing}, one of the letters to measure on.`);
  const letters = Object.entries(facts).map(async ([file, own]) => ({
    file,
    source: await readFile(path.join(folder, file), 'utf8'),
    facts: own,
  }));
  return { name, letters: await Promise.all(letters) };
}

async function readFacts<T>(file: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(parseJson(await readFile(file, 'utf8')));
}
