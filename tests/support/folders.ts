import { cp, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
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

/** A folder with one short letter: its index is built in an instant. */
export async function shortLetters(): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'munitie.txt'), SHORT_LETTER);
  return folder;
}

export const SHORT_LETTER = `Den Haag, 3 maart 2023

Hierbij ontvangt u het verslag van de bijeenkomst van de NAVO-ministers van Defensie van 14 en 15 februari 2023.

Munitie
De ministers spraken over de aanschaf van munitie voor de komende tien jaar.

De minister van Defensie
K.H. Ollongren
`;

/** The files of an index that its manifest names. */
export async function indexFiles(indexDir: string): Promise<string[]> {
  return (await readdir(indexDir)).filter((name) => /-[0-9a-f]{12}\.(?!journal$)\w+$/.test(name));
}

/** Every file of a folder as text by name, for comparing two folders to the byte. */
export async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await readFile(path.join(folder, name))).toString('latin1')])),
  );
}
