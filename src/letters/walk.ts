import { isAbsolute, join, relative, sep } from 'node:path';
import { LettersFolderError, type NotTextReason, type TooLongReason, UnreadableFileError } from './errors.ts';
import type { LetterFiles } from './files.ts';

/** Why a file of the letters folder is not read as a letter. */
export type SkipReason =
  | 'not_a_letter'
  | 'empty'
  | 'duplicate'
  | 'link_out_of_folder'
  | 'link_to_nothing'
  | 'link_to_folder'
  | 'sidecar_without_letter'
  | 'unreadable'
  | 'unparsed'
  | 'wrong_sidecar'
  | NotTextReason
  | TooLongReason;

export interface SkippedFile {
  /** Path relative to the letters folder, with forward slashes. */
  readonly file: string;
  readonly reason: SkipReason;
  /** The letter that holds the same, for a duplicate. */
  readonly sameAs?: string;
  /** For a letter that should be read and can't: what is wrong and what to do, in one sentence. */
  readonly problem?: string;
}

export interface FoundFiles {
  /** Letters' files, relative to the folder, in order. */
  readonly letters: readonly string[];
  readonly sidecars: ReadonlySet<string>;
  readonly skipped: readonly SkippedFile[];
  /** Folders and files that the file system would not show. */
  readonly errors: readonly UnreadableFileError[];
}

export const LETTER_SUFFIX = '.txt';
/** A user's own thesaurus lies beside the letters and is read elsewhere. */
export const THESAURUS = 'thesaurus.tsv';
/** What was fetched from the official services, kept by `src/intake/services`. */
export const FETCHED = 'fetched.json';
export const SIDECAR_SUFFIX = '.meta.json';
/** Letters that were taken out lie in this folder of the letters folder, and are not read. */
export const REMOVED = 'removed';

/** Whether a name in a folder is none of the letters' business: hidden, or the folder of what was taken out. */
export function isSetApart(folder: string, name: string): boolean {
  return name.startsWith('.') || (folder === '' && name === REMOVED);
}

/**
 * Finds the letters under a folder, recursively, without what is set apart. Files of other kinds, and links that lead out
 * of the folder, to a folder or to nothing, are skipped and named.
 *
 * @throws LettersFolderError where the folder is missing or no folder.
 * @throws UnreadableFileError where the file system does not show it.
 */
export async function findLetterFiles(folder: string, files: LetterFiles): Promise<FoundFiles> {
  const unreadable = (cause: unknown): never => {
    throw new UnreadableFileError(folder, cause);
  };
  const kind = await files.kind(folder).catch(unreadable);
  if (kind === null) throw new LettersFolderError(folder, 'missing');
  if (kind !== 'folder') throw new LettersFolderError(folder, 'not_a_folder');
  const root = await files.realPath(folder).catch(unreadable);
  const letters: string[] = [];
  const sidecars = new Set<string>();
  const skipped: SkippedFile[] = [];
  const errors: UnreadableFileError[] = [];
  const waiting = [''];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    for (const name of await orError(files.list(join(root, prefix)), prefix || folder, errors, [])) {
      if (isSetApart(prefix, name)) continue;
      const file = prefix === '' ? name : `${prefix}/${name}`;
      const entry = await orError<Look | null>(look(root, file, files), file, errors, null);
      if (entry === null) continue;
      if (entry === 'folder') waiting.push(file);
      else if (entry !== 'file') skipped.push({ file, reason: entry });
      else if (file.endsWith(SIDECAR_SUFFIX)) sidecars.add(file);
      else if (file.toLowerCase().endsWith(LETTER_SUFFIX)) letters.push(file);
      else if (file !== THESAURUS && file !== FETCHED) skipped.push({ file, reason: 'not_a_letter' });
    }
  }
  const known = new Set(letters.map(sidecarOf));
  for (const sidecar of sidecars) {
    if (!known.has(sidecar)) skipped.push({ file: sidecar, reason: 'sidecar_without_letter' });
  }
  return { letters: letters.sort(byCodeUnits), sidecars, skipped, errors };
}

/** The sidecar that belongs to a letter's file. */
export function sidecarOf(letter: string): string {
  return letter.slice(0, -LETTER_SUFFIX.length) + SIDECAR_SUFFIX;
}

/** The same order on every machine, whatever its language. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

type Look = 'file' | 'folder' | SkipReason;

async function orError<T>(work: Promise<T>, file: string, errors: UnreadableFileError[], otherwise: T): Promise<T> {
  try {
    return await work;
  } catch (error) {
    errors.push(new UnreadableFileError(file, error));
    return otherwise;
  }
}

async function look(root: string, file: string, files: LetterFiles): Promise<Look> {
  const path = join(root, file);
  const kind = await files.kind(path);
  if (await files.isLink(path)) {
    if (kind === null) return 'link_to_nothing';
    const target = relative(root, await files.realPath(path));
    if (target === '..' || target.startsWith(`..${sep}`) || isAbsolute(target)) return 'link_out_of_folder';
    if (kind === 'folder') return 'link_to_folder';
  }
  return kind === 'file' || kind === 'folder' ? kind : 'not_a_letter';
}
