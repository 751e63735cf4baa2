import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseJson } from '../../src/json.ts';
import { Problem } from '../../src/problem.ts';

/**
 * Reads JSON lines of one shape; empty lines are left out.
 * @throws {Problem} that names the file, and the line where one is of another shape
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  return (await readText(file)).split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    const parsed = schema.safeParse(parseJson(line));
    if (parsed.success) return [parsed.data];
    throw new Problem(`${file}, line ${i + 1}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`);
  });
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Problem(`${file} can't be read; bench/eval/RESULTS.md says how to make or get it.`, { cause });
  }
}
