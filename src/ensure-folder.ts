import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Makes a folder with those above it; nothing where it is there. Unlike `mkdir` with `recursive`, which never ends below
 * a folder that takes no folders, such as /proc.
 * @throws the file system's error, such as EACCES, or EEXIST and ENOTDIR where the path is a file
 */
export async function ensureFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory()) return;
  const parent = path.dirname(path.resolve(folder));
  if (!found && parent !== path.resolve(folder)) await ensureFolder(parent);
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have been faster.
    if (!(await stat(folder).catch(() => null))?.isDirectory()) throw error;
  });
}
