import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import { errorCode } from '../../error-code.ts';
import { parseJson } from '../../json.ts';
import { Problem } from '../../problem.ts';
import { whyNotWritten } from '../../why-not-written.ts';
import type { Log } from '../ports.ts';

/**
 * What a store's JSON file holds; null where there is none. One that holds something else is put aside as `FILE.broken`,
 * never overwritten, and counts as none.
 * @param what "settings"
 * @throws {Problem} where the file system refuses to read it or to put it aside
 */
export async function readKept<T>(file: string, schema: z.ZodType<T>, what: string, log: Log): Promise<T | null> {
  const refused = (verb: 'read' | 'put aside') => (cause: unknown) => {
    const why = whyNotWritten(cause) ?? String(cause);
    const sentence = `The ${what} in ${file} can't be ${verb}: ${why}. Give the bot the right to, or remove the file.`;
    throw new Problem(sentence, { cause });
  };
  const content = await readFile(file, 'utf8').catch((error: unknown) =>
    errorCode(error) === 'ENOENT' ? null : refused('read')(error),
  );
  if (content === null) return null;
  const read = schema.safeParse(parseJson(content));
  if (read.success) return read.data;
  await rename(file, `${file}.broken`).catch(refused('put aside'));
  log.warn({ file }, `the ${what} could not be read; they are put aside as .broken and start empty`);
  return null;
}
