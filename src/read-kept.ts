import { readFile, rename } from 'node:fs/promises';
import type { z } from 'zod';
import { errorCode } from './error-code.ts';
import { parseJson } from './json.ts';
import { Problem } from './problem.ts';
import { whyNotWritten } from './why-not-written.ts';

/**
 * What a JSON file of the program's own holds; null where there is none. One that holds something else is put aside as
 * `FILE.broken`, never overwritten, and counts as none.
 * @param what "the settings"
 * @param tell told in a sentence when it is put aside
 * @throws {Problem} where the file system refuses to read it or to put it aside
 */
export async function readKept<T>(
  file: string,
  schema: z.ZodType<T>,
  what: string,
  tell: (sentence: string) => void,
): Promise<T | null> {
  const refused = (verb: 'read' | 'put aside') => (cause: unknown) => {
    const why = whyNotWritten(cause) ?? String(cause);
    throw new Problem(`${file}, ${what}, can't be ${verb}: ${why}. Give the right to, or remove the file.`, { cause });
  };
  const content = await readFile(file, 'utf8').catch((error: unknown) =>
    errorCode(error) === 'ENOENT' ? null : refused('read')(error),
  );
  if (content === null) return null;
  const read = schema.safeParse(parseJson(content));
  if (read.success) return read.data;
  await rename(file, `${file}.broken`).catch(refused('put aside'));
  tell(`${file}, ${what}, could not be read; it is put aside as .broken, and kept anew`);
  return null;
}
