import { readFile, rename } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../../error-code.ts';
import { idSchema } from '../../letters/schema.ts';
import { writeAtomically } from '../../write-atomically.ts';
import type { Log } from '../ports.ts';

/** How many quotes a person keeps, and how many people's trays there are: those used longest ago go first. */
export const MOST_KEPT = 40;
const MOST_TRAYS = 2000;

/** Passages by their ids, which are made of their words: a quote is shown only while a letter still says just that. */
const fileSchema = z.object({
  version: z.literal(1),
  /** By Discord id, the one used longest ago first. */
  trays: z.array(z.tuple([z.string(), z.array(idSchema).max(MOST_KEPT)])),
});

/** What each person keeps, in their order. */
export interface TrayStore {
  of(userId: string): readonly string[];
  /**
   * Changes a tray, one change after the other: each is told what the one before left.
   * @returns what is kept then; an empty tray is forgotten
   */
  change(userId: string, to: (passages: readonly string[]) => readonly string[]): Promise<readonly string[]>;
}

const OWNER_ONLY = 0o600;

/** Opens the trays in `file`. One that holds none is put aside as `FILE.broken`, never overwritten. */
export async function openTrays(file: string, log: Log): Promise<TrayStore> {
  let trays = await readTrays(file, log);
  let writing: Promise<unknown> = Promise.resolve();
  return {
    of: (userId) => trays.get(userId) ?? [],
    change(userId, to) {
      // One after the other, so that the file ends with the last change; a failed write must not stop the next.
      const write = writing.then(async () => {
        const passages = to(trays.get(userId) ?? []).slice(0, MOST_KEPT);
        const next = new Map(trays);
        next.delete(userId);
        if (passages.length > 0) next.set(userId, passages);
        for (const oldest of [...next.keys()].slice(0, Math.max(0, next.size - MOST_TRAYS))) next.delete(oldest);
        await writeAtomically(file, `${JSON.stringify({ version: 1, trays: [...next] })}\n`, OWNER_ONLY);
        trays = next;
        return passages;
      });
      writing = write.catch(() => {});
      return write;
    },
  };
}

async function readTrays(file: string, log: Log): Promise<ReadonlyMap<string, readonly string[]>> {
  try {
    return new Map(fileSchema.parse(JSON.parse(await readFile(file, 'utf8'))).trays);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return new Map();
    await rename(file, `${file}.broken`);
    log.warn({ file }, 'the trays could not be read; they are put aside as .broken and start empty');
    return new Map();
  }
}
