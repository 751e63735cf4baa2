import { z } from 'zod';
import { readKept } from '../../read-kept.ts';
import { writeAtomically } from '../../write-atomically.ts';
import type { Log } from '../ports.ts';

const stateSchema = z.object({
  version: z.literal(1),
  /** When the services were last asked, and everything was announced. */
  lookedAt: z.iso.datetime().nullable(),
  /** When they were asked last, whatever came of it. */
  triedAt: z.iso.datetime().nullable().default(null),
  /** Since when each dossier is followed. */
  began: z.record(z.string(), z.iso.datetime()),
  /** Files of letters that were announced. */
  announced: z.array(z.string()),
});

export type FollowState = z.infer<typeof stateSchema>;

/** What following keeps over a restart, in one JSON file. */
export interface FollowStore {
  readonly state: FollowState;
  /** Resolves when it stands on disk. */
  change(changes: Partial<Omit<FollowState, 'version'>>): Promise<void>;
}

const NOTHING: FollowState = { version: 1, lookedAt: null, triedAt: null, began: {}, announced: [] };

/**
 * Opens what is kept in `file`. One that holds something else is put aside as `FILE.broken`: dossiers are then followed
 * from now on.
 * @throws {Problem} where the file system refuses to read it or to put it aside
 */
export async function openFollowStore(file: string, log: Log): Promise<FollowStore> {
  const kept = await readKept(file, stateSchema, 'what is followed', (sentence) => log.warn({}, sentence));
  let state = kept ?? NOTHING;
  return {
    get state() {
      return state;
    },
    async change(changes) {
      state = { ...state, ...changes };
      await writeAtomically(file, `${JSON.stringify(state, null, 2)}\n`);
    },
  };
}
