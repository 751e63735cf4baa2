import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Manifest, StoredFile } from './manifest.ts';
import { verifyFile } from './store.ts';

/** Lies in an index folder once a file of the index was found to be damaged, until it is built again. */
const MARK = 'damaged';

/** Files of no more than this together are verified in a tenth of a second: then nothing need be taken on trust. */
const VERIFIED_AT_ONCE = 64 << 20;

/** Remembers that a file of an index is damaged. Best effort: whoever reads an index may not be able to write to it. */
export async function markDamaged(folder: string): Promise<void> {
  await writeFile(path.join(folder, MARK), '').catch(() => {});
}

export async function isMarkedDamaged(folder: string): Promise<boolean> {
  return stat(path.join(folder, MARK)).then(
    () => true,
    () => false,
  );
}

export async function unmarkDamaged(folder: string): Promise<void> {
  await rm(path.join(folder, MARK), { force: true });
}

/**
 * Whether an index's files are there as they were written: verified where that is quick, else as large as they should be
 * and not found to be damaged by anyone who read them.
 */
export async function seemsWhole(folder: string, { files }: Manifest): Promise<boolean> {
  if (await isMarkedDamaged(folder)) return false;
  const all = Object.values(files).flatMap((file): StoredFile[] => [file ?? []].flat());
  const sum = all.reduce((bytes, file) => bytes + file.bytes, 0);
  const check = async (file: StoredFile): Promise<boolean> => {
    if (sum > VERIFIED_AT_ONCE) return (await stat(path.join(folder, file.name))).size === file.bytes;
    await verifyFile(folder, file);
    return true;
  };
  const whole = await Promise.all(all.map((file) => check(file).catch(() => false)));
  return whole.every(Boolean);
}
