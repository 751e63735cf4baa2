import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureFolder } from '../../ensure-folder.ts';
import { Problem } from '../../problem.ts';
import { whyNotWritten } from '../../why-not-written.ts';

/**
 * Makes the folder for settings and feedback and sees that it takes files, before anybody has chosen or said something.
 * @throws {Problem} naming the folder and why it can't be written to
 */
export async function openDataFolder(folder: string): Promise<void> {
  try {
    await ensureFolder(folder);
    // Permissions alone don't tell: a disk may be read-only or full.
    const probe = path.join(folder, `.writable.${process.pid}`);
    await writeFile(probe, 'x').finally(() => rm(probe, { force: true }));
  } catch (cause) {
    const why = whyNotWritten(cause) ?? String(cause);
    throw new Problem(`The data folder ${folder} can't be written to: ${why}. Set DATA_DIR to one that can.`, {
      cause,
    });
  }
}
