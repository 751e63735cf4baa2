import { z } from 'zod';
import { idSchema } from '../../letters/schema.ts';
import { readKept } from '../../read-kept.ts';
import { writeAtomically } from '../../write-atomically.ts';
import { createTurns } from '../library/turns.ts';
import type { Log } from '../ports.ts';

/** How many quotes a person keeps, and how many people's trays there are: those used longest ago go first. */
export const MOST_KEPT = 40;
export const MOST_TRAYS = 2000;

/** Passages by their ids, which are made of their words: a quote is shown only while a letter still says just that. */
export const traySchema = z.array(idSchema).max(MOST_KEPT);

const fileSchema = z.object({
  version: z.literal(1),
  /** By Discord id, the one used longest ago first. */
  trays: z.array(z.tuple([z.string(), traySchema])),
});

/** What each person keeps, in their order: in a JSON file, or in a database. */
export interface TrayStore {
  of(userId: string): Promise<readonly string[]>;
  /**
   * Changes a tray, one change after the other: each is told what the one before left.
   * @returns what is kept then; an empty tray is forgotten
   */
  change(userId: string, to: (passages: readonly string[]) => readonly string[]): Promise<readonly string[]>;
}

const OWNER_ONLY = 0o600;

/**
 * Opens the trays in `file`. One that holds none is put aside as `FILE.broken`, never overwritten.
 * @throws {Problem} where the file system refuses to read it or to put it aside
 */
export async function openTrays(file: string, log: Log): Promise<TrayStore> {
  const kept = await readKept(file, fileSchema, "people's trays", (sentence) => log.warn({}, sentence));
  let trays: ReadonlyMap<string, readonly string[]> = new Map(kept?.trays);
  // One after the other, so that the file ends with the last change.
  const writes = createTurns(1);
  return {
    of: async (userId) => trays.get(userId) ?? [],
    change: (userId, to) =>
      writes.run(async () => {
        const passages = to(trays.get(userId) ?? []).slice(0, MOST_KEPT);
        const next = new Map(trays);
        next.delete(userId);
        if (passages.length > 0) next.set(userId, passages);
        for (const oldest of [...next.keys()].slice(0, Math.max(0, next.size - MOST_TRAYS))) next.delete(oldest);
        await writeAtomically(file, `${JSON.stringify({ version: 1, trays: [...next] })}\n`, OWNER_ONLY);
        trays = next;
        return passages;
      }),
  };
}
