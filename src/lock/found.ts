import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { errorCode } from '../error-code.ts';
import { parseJson } from '../json.ts';
import type { Problem } from '../problem.ts';
import { type Holder, holderSchema } from './holder.ts';

/** What is thrown where a lock can't be had: `why` says so and what to do, without a full stop. */
export type Refuse = (why: string) => Problem;

/** A lock as it was found. */
export interface Found {
  /** Null while it is half-written. */
  readonly holder: Holder | null;
  /** Time of its last heartbeat, by the clock of the holder's machine. */
  readonly heartbeat: number;
}

/**
 * @returns null where there is none
 * @throws what `refuse` makes of a lock that is a folder
 */
export async function look(lock: string, refuse: Refuse): Promise<Found | null> {
  try {
    const { mtimeMs: heartbeat } = await stat(lock);
    const holder = holderSchema.safeParse(parseJson(await readFile(lock, 'utf8')));
    return { holder: holder.success ? holder.data : null, heartbeat };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (errorCode(error) === 'EISDIR') throw refuse(`${path.basename(lock)} in it is a folder; remove it`);
    throw error;
  }
}

/** How long a lock has been silent, in ms. */
export interface Silence {
  /** Since its heartbeat, by the clocks; below 0 where they do not agree. */
  readonly byClock: number;
  /** As long as it was watched without a change: needs no clock that agrees, or that goes on evenly. */
  readonly watched: number;
}

export function watchSilence(): (found: Found) => Silence {
  let last: Found | null = null;
  let since = 0;
  return (found) => {
    if (last?.heartbeat !== found.heartbeat || last.holder?.token !== found.holder?.token) {
      last = found;
      since = performance.now();
    }
    return { byClock: Date.now() - found.heartbeat, watched: performance.now() - since };
  };
}
