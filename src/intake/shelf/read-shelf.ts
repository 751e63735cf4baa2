import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { decodeText } from '../../letters/decode.ts';
import { LetterError, LettersFolderError } from '../../letters/errors.ts';
import { diskFiles } from '../../letters/files.ts';
import { parseLetter } from '../../letters/parse.ts';
import { type FoundFiles, findLetterFiles, sidecarOf } from '../../letters/walk.ts';
import { type Remembered, recall, remember, rememberMore } from './memory.ts';
import { Shelf, type Shelved, shelve } from './shelf.ts';
import { sidecarOrNone } from './sidecar-file.ts';

export interface ReadShelfOptions {
  /** Nothing is written, not even what makes the next time faster. */
  readonly dryRun: boolean;
  /** Told how many letters are looked at. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** From so many letters on it pays to remember what they were known by. */
const WORTH_REMEMBERING = 100;
/** So many that were read are remembered at once: whoever is ended by a time limit goes on from there the next time. */
const AT_ONCE = 10;

/**
 * The letters of a folder; none where it is not there yet. Letters that can't be read are no copies of anything: whoever
 * builds the index is told of them.
 *
 * @throws LettersFolderError where it is no folder.
 */
export async function readShelf(folder: string, { dryRun, onProgress }: ReadShelfOptions): Promise<Shelf> {
  const { letters: files, skipped } = await filesIn(folder);
  const isMany = files.length >= WORTH_REMEMBERING;
  const before = isMany ? await recall(folder) : new Map<string, Remembered>();
  const remembers = isMany && !dryRun;
  const now: Remembered[] = [];
  const read: Remembered[] = [];
  for (const [done, file] of files.entries()) {
    const state = await stateOf(folder, file);
    const known = before.get(file);
    const letter = known?.state === state ? known.letter : await look(folder, file);
    if (letter) now.push({ state, letter });
    if (letter && letter !== known?.letter) read.push({ state, letter });
    if (remembers && read.length >= AT_ONCE) await rememberMore(folder, read.splice(0));
    onProgress?.(done + 1, files.length);
    if (done % 100 === 99) await setImmediate();
  }
  const isNew = now.length !== before.size || now.some((one) => before.get(one.letter.file)?.state !== one.state);
  if (isNew && remembers) await remember(folder, now);
  const names = [...files, ...skipped.map(({ file }) => file)];
  return new Shelf(
    now.map(({ letter }) => letter),
    names,
  );
}

async function filesIn(folder: string): Promise<Pick<FoundFiles, 'letters' | 'skipped'>> {
  try {
    return await findLetterFiles(folder, diskFiles);
  } catch (error) {
    if (error instanceof LettersFolderError && error.reason === 'missing') return { letters: [], skipped: [] };
    throw error;
  }
}

/** Tells whether a letter or its sidecar changed: their sizes and times. */
async function stateOf(folder: string, file: string): Promise<string> {
  const states = [file, sidecarOf(file)].map(async (name) => {
    const found = await stat(path.join(folder, name)).catch(() => null);
    return found ? `${found.size} ${found.mtimeMs}` : '';
  });
  return (await Promise.all(states)).join('/');
}

/** A letter as it is known again; null for one that can't be read. */
async function look(folder: string, file: string): Promise<Shelved | null> {
  try {
    const source = decodeText(await diskFiles.read(path.join(folder, file)), file);
    const sidecar = await sidecarOrNone(folder, file);
    return shelve(parseLetter({ file, source, sidecar }), sidecar.source?.sha256 ?? null);
  } catch (error) {
    if (error instanceof LetterError || (error instanceof Error && 'code' in error)) return null;
    throw error;
  }
}
