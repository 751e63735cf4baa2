import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureFolder } from './ensure-folder.ts';

/** Writes a whole file so that a reader, or a crash, sees the old one or the new one and nothing between. */
export async function writeAtomically(file: string, content: string): Promise<void> {
  await ensureFolder(path.dirname(file));
  const draft = `${file}.${process.pid}.tmp`;
  try {
    const handle = await open(draft, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
