import { chmod, readdir } from 'node:fs/promises';

/** The user "nobody". */
const NOBODY = 65_534;

/** Does something without root's right to read and write everything; what it needs must have been loaded before. */
export async function withoutRoot<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return work();
  process.setegid?.(NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
    process.setegid?.(0);
  }
}

/** Opens some folders to everybody; tells whether the folders above let others in. */
export async function reachableWithoutRoot(...folders: readonly string[]): Promise<boolean> {
  for (const folder of folders) await chmod(folder, 0o777);
  return withoutRoot(() => Promise.all(folders.map((folder) => readdir(folder)))).then(
    () => true,
    () => false,
  );
}
