import { createHash } from 'node:crypto';
import { link, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../error-code.ts';
import { writeThenRename } from '../write-atomically.ts';
import { IndexProblem } from './errors.ts';
import { KNOWN_FILES } from './known-files.ts';
import { MANIFEST, type Manifest, type StoredFile } from './manifest.ts';

/** Bytes read and hashed at a time: about a millisecond's work, so that nobody waits for it. */
const PIECE = 1 << 20;

/** Writes a file that is named after its content: what a manifest names never changes under it. */
export function storeBytes(folder: string, kind: string, extension: string, bytes: Uint8Array): Promise<StoredFile> {
  return storeWritten(folder, kind, extension, (draft) => writeFile(draft, bytes));
}

/** The same for a file that its maker writes itself. */
export async function storeWritten(
  folder: string,
  kind: string,
  extension: string,
  write: (draft: string) => void | Promise<void>,
): Promise<StoredFile> {
  const settle = async (draft: string) => {
    const stored = await describe(draft, kind, extension);
    return { path: path.join(folder, stored.name), stored };
  };
  return (await writeThenRename(draftIn(folder, kind, extension), write, settle)).stored;
}

/** Where a file is written before it has its name; what is left of it by a process that was killed is swept up. */
export function draftIn(folder: string, kind: string, extension: string): string {
  return path.join(folder, `${kind}-draft.${extension}.${process.pid}.tmp`);
}

/** Gives a file of the folder the name of its content, beside the one it has where the disk can do that. */
export async function nameAfterContent(
  folder: string,
  kind: string,
  extension: string,
  file: string,
): Promise<StoredFile> {
  const stored = await describe(file, kind, extension);
  const named = path.join(folder, stored.name);
  await link(file, named).catch(async (error: unknown) => {
    if (errorCode(error) !== 'EEXIST') await rename(file, named);
  });
  return stored;
}

async function describe(file: string, kind: string, extension: string): Promise<StoredFile> {
  const { sha256, bytes } = await readInPieces(file, () => {});
  return { name: `${kind}-${sha256.slice(0, 12)}.${extension}`, sha256, bytes };
}

/**
 * Reads a file that a manifest names and compares its checksum.
 * @throws {IndexProblem} when it is missing or its bytes are not those that were written
 */
export async function loadFile(folder: string, stored: StoredFile): Promise<Buffer> {
  const whole = Buffer.allocUnsafe(stored.bytes);
  await verified(folder, stored, (piece, at) => void piece.copy(whole, at));
  return whole;
}

/**
 * Compares the checksum of a file that a manifest names, without keeping what it reads.
 * @throws {IndexProblem} as `loadFile`
 */
export function verifyFile(folder: string, stored: StoredFile): Promise<void> {
  return verified(folder, stored, () => {});
}

async function verified(folder: string, stored: StoredFile, take: (piece: Buffer, at: number) => void): Promise<void> {
  const found = await readInPieces(path.join(folder, stored.name), take).catch((cause: unknown) => {
    throw unreadable(folder, stored, cause);
  });
  if (found.bytes !== stored.bytes || found.sha256 !== stored.sha256) throw damaged(folder, stored);
}

/** What is said of a file whose bytes are not those that were written. */
export function damaged(folder: string, { name }: Pick<StoredFile, 'name'>): IndexProblem {
  return new IndexProblem('broken', folder, `its file ${name} is damaged`);
}

/** What is said of a file that the disk does not hand out. */
export function unreadable(folder: string, { name }: Pick<StoredFile, 'name'>, cause: unknown): IndexProblem {
  return new IndexProblem('broken', folder, `its file ${name} can't be read`, { cause });
}

async function readInPieces(
  file: string,
  take: (piece: Buffer, at: number) => void,
): Promise<Omit<StoredFile, 'name'>> {
  const hash = createHash('sha256');
  const piece = Buffer.allocUnsafe(PIECE);
  const handle = await open(file, 'r');
  try {
    for (let bytes = 0; ; ) {
      const { bytesRead } = await handle.read(piece, 0, PIECE, bytes);
      if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes };
      const read = piece.subarray(0, bytesRead);
      hash.update(read);
      take(read, bytes);
      bytes += bytesRead;
    }
  } finally {
    await handle.close();
  }
}

const OURS =
  /^(letters|passages|lexical|encoded|records|graph|words|language|reading)-([0-9a-f]{12}\.\w+|draft\.\w+\.\d+\.tmp)$/;
/** What earlier versions of the program wrote, and a journal of what was encoded, which an index that is there has taken in. */
const GOES_WITH_THEM = /^(vectors|tokens)-[0-9a-f]{12}\.\w+$|^encoding-[0-9a-f]{12}\.journal$/;

/**
 * Removes what none of the manifests names: earlier generations, drafts of a process that was killed, and the journal of
 * what was encoded.
 */
export async function sweep(folder: string, keep: readonly (Manifest | null)[]): Promise<void> {
  const named = new Set(keep.flatMap((manifest) => (manifest ? namesOf(manifest) : [])));
  for (const name of await readdir(folder)) {
    const draft = [MANIFEST, KNOWN_FILES].some((file) => name.startsWith(`${file}.`)) && name.endsWith('.tmp');
    const ours = OURS.test(name) || GOES_WITH_THEM.test(name);
    if (draft || (ours && !named.has(name))) await rm(path.join(folder, name), { force: true });
  }
}

/** The files of indexes in a folder, finished or not. */
export async function storedNames(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => OURS.test(name));
}

/** Removes the files of a generation that failed: those that were not there before it and that no manifest names. */
export async function takeBack(folder: string, before: readonly string[]): Promise<void> {
  const kept = new Set(before);
  for (const name of await storedNames(folder)) {
    if (!kept.has(name)) await rm(path.join(folder, name), { force: true });
  }
}

function namesOf(manifest: Manifest): string[] {
  return Object.values(manifest.files).flatMap((files) => [files ?? []].flat().map(({ name }) => name));
}
