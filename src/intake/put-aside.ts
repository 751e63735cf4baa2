import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../error-code.ts';
import { decodeText } from '../letters/decode.ts';
import { diskFiles } from '../letters/files.ts';
import { contentId } from '../letters/ids.ts';
import { findLetterFiles, REMOVED, sidecarOf } from '../letters/walk.ts';
import { PutAsideProblem } from './problems.ts';
import { letterFile } from './shelf/names.ts';

/**
 * Moves a letter and its sidecar to the folder `removed` within the letters folder, which is not read: whoever moves
 * them back has the letter back.
 *
 * @returns the letter's path relative to the letters folder
 * @throws {PutAsideProblem} where the file holds another letter than the one meant, is not there, or is the last
 */
export async function putAside(
  lettersDir: string,
  { id, file }: { readonly id: string; readonly file: string },
): Promise<string> {
  const { letters } = await findLetterFiles(lettersDir, diskFiles);
  if (!letters.includes(file)) throw new PutAsideProblem('gone', `${file} is not in ${lettersDir} any more.`);
  if (contentId('letter', decodeText(await readFile(path.join(lettersDir, file)), file)) !== id)
    throw new PutAsideProblem('changed', `${file} was changed since it was indexed; bring the index up to date first.`);
  if (letters.length === 1)
    throw new PutAsideProblem('last', `${file} is the only letter in ${lettersDir}; an index can't be without.`);
  const aside = await nameAside(lettersDir, file);
  // The letter first: a sidecar without its letter is passed over.
  await rename(path.join(lettersDir, file), path.join(lettersDir, aside));
  await rename(path.join(lettersDir, sidecarOf(file)), path.join(lettersDir, sidecarOf(aside))).catch(
    (error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    },
  );
  return aside;
}

/** Moves the sidecar of a letter that is not there to the folder `removed`. */
export async function putSidecarAside(lettersDir: string, letter: string): Promise<void> {
  const aside = await nameAside(lettersDir, letter);
  await rename(path.join(lettersDir, sidecarOf(letter)), path.join(lettersDir, sidecarOf(aside)));
}

/** A name in the folder `removed` that neither a letter nor a sidecar has. */
async function nameAside(lettersDir: string, letter: string): Promise<string> {
  const folder = path.posix.join(REMOVED, path.posix.dirname(letter));
  await mkdir(path.join(lettersDir, folder), { recursive: true });
  const names = new Set((await diskFiles.list(path.join(lettersDir, folder))).map((name) => name.toLowerCase()));
  const isTaken = (file: string): boolean => names.has(path.posix.basename(file).toLowerCase());
  return letterFile(letter, folder, (file) => isTaken(file) || isTaken(sidecarOf(file)));
}
