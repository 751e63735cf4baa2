import { z } from 'zod';
import { dataFile } from './data-file.ts';

const fileSchema = z.strictObject({
  fusion: z.unknown(),
  lexical: z.unknown(),
  saturation: z.unknown(),
  answerType: z.unknown(),
  confidence: z.unknown(),
});

type Part = keyof z.infer<typeof fileSchema>;

let file: z.infer<typeof fileSchema> | undefined;

/**
 * One part of `data/weights.json`, which training/retrieval/fit.py writes. Who knows the names in a part brings its
 * schema.
 * @throws Error that names the part where the file is not as it should be
 */
export function weightsOf<T>(part: Part, schema: z.ZodType<T>): T {
  file ??= fileSchema.parse(JSON.parse(dataFile('weights.json')));
  const parsed = schema.safeParse(file[part]);
  if (!parsed.success) throw new Error(`"${part}" in weights.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
