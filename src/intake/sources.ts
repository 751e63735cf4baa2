import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { byCodeUnits, SIDECAR_SUFFIX } from '../letters/walk.ts';
import { tooLarge } from './convert.ts';
import { hasReadableName } from './formats/detect.ts';
import { LIMITS } from './limits.ts';
import { IntakeProblem } from './problems.ts';
import type { Facts, SourceFile } from './types.ts';

/** Something that was named to be taken in. */
export type Found =
  | {
      readonly kind: 'file';
      readonly file: SourceFile;
      readonly folder: string;
      /** What is known of its letter apart from the file: from the service that has it. */
      readonly known?: Facts | undefined;
    }
  | { readonly kind: 'problem'; readonly problem: Error & { readonly file: string } }
  /** A file of a folder that holds no letter, by its name. */
  | { readonly kind: 'other'; readonly name: string };

/** What standard input is called; on the command line it is "-". */
export const STANDARD_INPUT = 'standard input';

/**
 * Reads what was named, one after the other: files, all files of folders, standard input. Links in folders are not
 * followed.
 */
export async function* readSources(
  paths: readonly string[],
  input: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Found> {
  for (const named of paths) {
    if (named === '-') yield await readInput(input);
    else yield* readPath(named);
  }
}

async function* readPath(named: string): AsyncGenerator<Found> {
  const found = await stat(named).catch(() => null);
  if (!found) yield problem(named, 'is not there.');
  else if (found.isFile()) yield await readSource(named, '');
  else if (found.isDirectory()) yield* readFolder(named, '');
  else yield problem(named, 'is neither a file nor a folder.');
}

async function* readFolder(root: string, folder: string): AsyncGenerator<Found> {
  let entries: Dirent[];
  try {
    entries = await readdir(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    return yield problem(path.join(root, folder), `cannot be opened: ${messageOf(error)}.`);
  }
  for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
    const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const name = path.join(root, inside);
    if (entry.name.startsWith('.') || entry.name.endsWith(SIDECAR_SUFFIX)) continue;
    if (entry.isDirectory()) yield* readFolder(root, inside);
    else if (entry.isFile() && hasReadableName(name)) yield await readSource(name, folder);
    else yield { kind: 'other', name };
  }
}

async function readSource(name: string, folder: string): Promise<Found> {
  try {
    // Its size is known before it is read.
    const { size } = await stat(name);
    if (size > LIMITS.fileBytes) return { kind: 'problem', problem: tooLarge(name, size) };
    return { kind: 'file', file: { name, bytes: await readFile(name) }, folder };
  } catch (error) {
    return problem(name, `cannot be read: ${messageOf(error)}.`);
  }
}

async function readInput(input: AsyncIterable<string | Uint8Array>): Promise<Found> {
  const name = STANDARD_INPUT;
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const read of input) {
    const chunk = typeof read === 'string' ? Buffer.from(read) : read;
    size += chunk.length;
    if (size > LIMITS.fileBytes) return { kind: 'problem', problem: tooLarge(name, size) };
    chunks.push(chunk);
  }
  return { kind: 'file', file: { name, bytes: Buffer.concat(chunks) }, folder: '' };
}

function problem(name: string, message: string): Found {
  return { kind: 'problem', problem: new IntakeProblem(name, 'not_there', message) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
