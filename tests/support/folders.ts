import { cp, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageRoot } from '../../src/package-root.ts';

/** The letters of the project. */
export const SEEDS = path.join(packageRoot(), 'seeds');

/** The built command line. */
export const CLI = path.join(packageRoot(), 'dist/src/cli/briefwijzer.js');

export function temporaryFolder(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'briefwijzer-'));
}

/** A copy of the project's letters to change at will. */
export async function copyOfSeeds(): Promise<string> {
  const folder = await temporaryFolder();
  await cp(SEEDS, folder, { recursive: true });
  return folder;
}

/** Every file of a folder as text by name, for comparing two folders to the byte. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await readFile(path.join(folder, name))).toString('latin1')])),
  );
}
