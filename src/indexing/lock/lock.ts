import { randomUUID } from 'node:crypto';
import { rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { IndexFolderProblem } from '../errors.ts';
import { look } from './found.ts';
import { type LockOptions, letGo, take } from './take.ts';

const LOCK = 'building.lock';
const HEARTBEAT_MS = 5_000;

export interface HeldLock {
  /** @throws {IndexFolderProblem} when another process took the lock, for this one seemed to be dead */
  assertHeld(): Promise<void>;
}

/**
 * Runs a job while no other process builds the index in the same folder; waits for one that does.
 *
 * Our own rather than proper-lockfile, which tells a dead holder by its silence alone. Encoding and building the graph
 * keep a process from its heartbeat for many seconds, so only a long silence means death; and who stopped a build and
 * begins another should not have to wait that long. So a holder on this machine is looked up among the processes.
 *
 * @throws {IndexFolderProblem} when the lock is no file, or its holder goes on for too long
 */
export async function whileLocked<T>(
  folder: string,
  job: (lock: HeldLock) => Promise<T>,
  options: LockOptions = {},
): Promise<T> {
  const lock = path.join(path.resolve(folder), LOCK);
  const token = randomUUID();
  const isHeld = async () => (await look(lock))?.holder?.token === token;
  await take(lock, token, options);
  const heartbeat = setInterval(() => void beat(lock, isHeld), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await job({
      async assertHeld() {
        if (await isHeld()) return;
        throw new IndexFolderProblem(folder, 'another process took over, for this one was silent too long; try again');
      },
    });
  } finally {
    clearInterval(heartbeat);
    // One that can't be removed is taken over: this process no longer holds it.
    if (await isHeld().catch(() => false)) await rm(lock, { force: true }).catch(() => {});
    letGo(lock);
  }
}

async function beat(lock: string, isHeld: () => Promise<boolean>): Promise<void> {
  try {
    if (await isHeld()) await utimes(lock, new Date(), new Date());
  } catch {
    // One heartbeat that is missed does no harm.
  }
}
