import { writeFile } from 'node:fs/promises';
import { Problem } from '../../problem.ts';
import { whyNotWritten } from '../../why-not-written.ts';

/**
 * Writes a file that the person asked for.
 * @throws {Problem} naming the file and why it can't be written
 */
export async function writeResult(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(file, content);
  } catch (cause) {
    throw new Problem(`${file} can't be written: ${whyNotWritten(cause) ?? String(cause)}.`, { cause });
  }
}
