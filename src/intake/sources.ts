import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { bytesWithin } from '../bytes-within.ts';
import { byCodeUnits, isSetApart, SIDECAR_SUFFIX } from '../letters/walk.ts';
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

/** Something that was found to be read: a file with its place in the letters folder, or standard input. */
export type Source =
  | { readonly kind: 'file'; readonly name: string; readonly folder: string }
  | { readonly kind: 'input' }
  | Exclude<Found, { readonly kind: 'file' }>;

/**
 * All that was named: files, all files of folders but what a letters folder sets apart, standard input. Links in folders
 * are not followed.
 */
export async function listSources(paths: readonly string[]): Promise<Source[]> {
  const listed: Source[] = [];
  for (const named of paths) {
    if (named === '-') listed.push({ kind: 'input' });
    else for await (const source of listPath(named)) listed.push(source);
  }
  return listed;
}

/** Reads what was listed, one after the other. */
export async function* readSources(
  sources: readonly Source[],
  input: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Found> {
  for (const source of sources) {
    if (source.kind === 'input') yield await readInput(input);
    else if (source.kind === 'file') yield await readSource(source.name, source.folder);
    else yield source;
  }
}

async function* listPath(named: string): AsyncGenerator<Source> {
  const found = await stat(named).catch(() => null);
  if (!found) yield problem(named, 'is not there.');
  else if (found.isFile()) yield { kind: 'file', name: named, folder: '' };
  else if (found.isDirectory()) yield* listFolder(named, '');
  else yield problem(named, 'is neither a file nor a folder.');
}

async function* listFolder(root: string, folder: string): AsyncGenerator<Source> {
  let entries: Dirent[];
  try {
    entries = await readdir(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    return yield problem(path.join(root, folder), `cannot be opened: ${messageOf(error)}.`);
  }
  for (const entry of entries.sort((a, b) => byCodeUnits(a.name, b.name))) {
    const inside = folder === '' ? entry.name : `${folder}/${entry.name}`;
    const name = path.join(root, inside);
    if (isSetApart(folder, entry.name) || entry.name.endsWith(SIDECAR_SUFFIX)) continue;
    if (entry.isDirectory()) yield* listFolder(root, inside);
    else if (entry.isFile() && hasReadableName(name)) yield { kind: 'file', name, folder };
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
  const bytes = await bytesWithin(input, LIMITS.fileBytes);
  if (bytes === null) return { kind: 'problem', problem: tooLarge(name, LIMITS.fileBytes + 1) };
  return { kind: 'file', file: { name, bytes }, folder: '' };
}

function problem(name: string, message: string): Extract<Found, { kind: 'problem' }> {
  return { kind: 'problem', problem: new IntakeProblem(name, 'not_there', message) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
