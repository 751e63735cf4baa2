import { randomUUID } from 'node:crypto';
import { rm, utimes } from 'node:fs/promises';
import path from 'node:path';
import { look } from './found.ts';
import { type LockOptions, letGo, take } from './take.ts';

const HEARTBEAT_MS = 5_000;

export interface HeldLock {
  /** @throws what `refuse` makes of it when another process took the lock, for this one seemed to be dead */
  assertHeld(): Promise<void>;
}

/**
 * Runs a job while no other process holds the same lock; waits for one that does.
 *
 * Our own rather than proper-lockfile, which tells a dead holder by its silence alone. Encoding and building the graph
 * keep a process from its heartbeat for many seconds, so only a long silence means death; and who stopped a job and
 * begins another should not have to wait that long. So a holder on this machine is looked up among the processes.
 *
 * @param lock the lock's file
 * @throws what `refuse` makes of a lock that is no file, or whose holder goes on for too long
 */
export async function whileLocked<T>(
  lock: string,
  job: (lock: HeldLock) => Promise<T>,
  options: LockOptions,
): Promise<T> {
  const file = path.resolve(lock);
  const { refuse } = options;
  const token = randomUUID();
  const isHeld = async () => (await look(file, refuse))?.holder?.token === token;
  await take(file, token, options);
  const heartbeat = setInterval(() => void beat(file, isHeld), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await job({
      async assertHeld() {
        if (await isHeld()) return;
        throw refuse('another process took over, for this one was silent too long; try again');
      },
    });
  } finally {
    clearInterval(heartbeat);
    // One that can't be removed is taken over: this process no longer holds it.
    if (await isHeld().catch(() => false)) await rm(file, { force: true }).catch(() => {});
    letGo(file);
  }
}

async function beat(lock: string, isHeld: () => Promise<boolean>): Promise<void> {
  try {
    if (await isHeld()) await utimes(lock, new Date(), new Date());
  } catch {
    // One heartbeat that is missed does no harm.
  }
}
