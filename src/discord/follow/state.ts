import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { errorCode } from '../../error-code.ts';
import { parseJson } from '../../json.ts';
import { Problem } from '../../problem.ts';
import { whyNotWritten } from '../../why-not-written.ts';
import { writeAtomically } from '../../write-atomically.ts';

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

/** @throws {Problem} where the file holds something else, or can't be read */
export async function openFollowStore(file: string): Promise<FollowStore> {
  let state = await readState(file);
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

async function readState(file: string): Promise<FollowState> {
  let content: string;
  try {
    content = await readFile(file, 'utf8');
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return { version: 1, lookedAt: null, triedAt: null, began: {}, announced: [] };
    throw new Problem(`${file} can't be read: ${whyNotWritten(cause) ?? String(cause)}.`, { cause });
  }
  const read = stateSchema.safeParse(parseJson(content));
  if (read.success) return read.data;
  throw new Problem(`${file} does not hold what the bot wrote of the dossiers it follows; remove it to begin anew.`);
}
