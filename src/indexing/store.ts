import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeThenRename } from '../write-atomically.ts';
import { sha256 } from './checksum.ts';
import { IndexProblem } from './errors.ts';
import { MANIFEST, type Manifest, type StoredFile } from './manifest.ts';

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
    const bytes = await readFile(draft);
    const checksum = sha256(bytes);
    const name = `${kind}-${checksum.slice(0, 12)}.${extension}`;
    return { path: path.join(folder, name), stored: { name, sha256: checksum, bytes: bytes.byteLength } };
  };
  const draft = path.join(folder, `${kind}-draft.${extension}.${process.pid}.tmp`);
  return (await writeThenRename(draft, write, settle)).stored;
}

/**
 * Reads a file that a manifest names and compares its checksum.
 * @throws {IndexProblem} when it is missing or its bytes are not those that were written
 */
export async function loadFile(folder: string, stored: StoredFile): Promise<Buffer> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path.join(folder, stored.name));
  } catch (cause) {
    throw new IndexProblem('broken', folder, `its file ${stored.name} can't be read`, { cause });
  }
  if (bytes.byteLength !== stored.bytes || sha256(bytes) !== stored.sha256) {
    throw new IndexProblem('broken', folder, `its file ${stored.name} is damaged`);
  }
  return bytes;
}

const OURS = /^(letters|passages|vectors|lexical|tokens|graph)-([0-9a-f]{12}\.\w+|draft\.\w+\.\d+\.tmp)$/;

/** Removes what none of the manifests names: earlier generations, and drafts of a process that was killed. */
export async function sweep(folder: string, keep: readonly (Manifest | null)[]): Promise<void> {
  const named = new Set(keep.flatMap((manifest) => (manifest ? namesOf(manifest) : [])));
  for (const name of await readdir(folder)) {
    const draft = name.startsWith(`${MANIFEST}.`) && name.endsWith('.tmp');
    if (draft || (OURS.test(name) && !named.has(name))) await rm(path.join(folder, name), { force: true });
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
  return Object.values(manifest.files).flatMap((file) => (file ? [file.name] : []));
}
