import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Packable, Packed, pack } from '../retrieval/packed.ts';
import { writeThenRename } from '../write-atomically.ts';
import { sha256 } from './checksum.ts';
import { programChecksum } from './program.ts';
import { draftIn } from './store.ts';

/** Characters of a seal. */
const SEAL = 64;

/**
 * Reads a packed file beside an index that only spares work.
 * @param subject what it has to be about
 * @returns null where it is missing, damaged, about something else, or another program wrote it
 */
export async function readSealed(folder: string, name: string, subject: string): Promise<Packed | null> {
  const bytes = await readFile(path.join(folder, name)).catch(() => null);
  if (!bytes || bytes.toString('latin1', bytes.length - SEAL) !== (await sealOf(bytes.subarray(0, -SEAL), subject)))
    return null;
  return new Packed(bytes);
}

/** Writes one. Where it can't be written, the work is done once more the next time. */
export async function writeSealed(
  folder: string,
  name: string,
  subject: string,
  arrays: Readonly<Record<string, Packable>>,
): Promise<void> {
  const body = pack(arrays);
  const seal = await sealOf(body, subject);
  const [kind = '', extension = ''] = name.split('-seen.');
  await writeThenRename(
    draftIn(folder, kind, extension),
    (draft) => writeFile(draft, [body, seal]),
    async () => ({ path: path.join(folder, name) }),
  ).catch(() => {});
}

/** Stands at the end. Another program's file has another one, so that nothing of it is taken for what it is not. */
async function sealOf(body: Uint8Array, subject: string): Promise<string> {
  return sha256([await programChecksum(), subject, sha256(body)].join(' '));
}
