import { link, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ensureFolder } from './ensure-folder.ts';
import { errorCode } from './error-code.ts';

/**
 * Writes a whole file so that a reader, or a crash, sees the old one or the new one and nothing between.
 * @param mode who may read and write it; everybody whom the process' mask lets by default
 */
export async function writeAtomically(file: string, content: string, mode = 0o666): Promise<void> {
  await ensureFolder(path.dirname(file));
  await writeThenRename(
    `${file}.${process.pid}.tmp`,
    (draft) => writeFile(draft, content, { mode }),
    async () => ({ path: file }),
  );
}

/**
 * Writes a new file, whole or not at all.
 * @returns false where something has that name already, which stays as it is
 */
export async function createAtomically(file: string, content: string): Promise<boolean> {
  await ensureFolder(path.dirname(file));
  const draft = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(draft, content);
    await flush(draft);
    // A disk without links: the name is taken first.
    await link(draft, file).catch((error: unknown) =>
      errorCode(error) === 'EEXIST' ? Promise.reject(error) : moveToNew(draft, file),
    );
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function moveToNew(draft: string, file: string): Promise<void> {
  await (await open(file, 'wx')).close();
  await rename(draft, file).catch(async (error: unknown) => {
    await rm(file, { force: true });
    throw error;
  });
}

/**
 * Writes a file under another name and renames it. Our own rather than write-file-atomic: hnswlib writes its graph
 * itself, and the files of an index are named after what was written.
 *
 * @param draft where to write first, in the folder where the file is to lie
 * @param settle tells, of the written draft, the path it gets
 * @returns what `settle` told
 */
export async function writeThenRename<T extends { readonly path: string }>(
  draft: string,
  write: (draft: string) => void | Promise<void>,
  settle: (draft: string) => Promise<T>,
): Promise<T> {
  try {
    await write(draft);
    await flush(draft);
    const settled = await settle(draft);
    await rename(draft, settled.path);
    return settled;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Has the bytes on the disk before the rename, so that a power cut can't leave a name without content. */
async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
