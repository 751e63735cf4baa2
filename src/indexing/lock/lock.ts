import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../../error-code.ts';
import { parseJson } from '../../json.ts';
import { IndexFolderProblem } from '../errors.ts';
import { type Holder, hasEnded, holderSchema, isThisProcess, thisProcess } from './holder.ts';

const LOCK = 'building.lock';
const HEARTBEAT_MS = 5_000;
/** Writing a lock, or removing an abandoned one, takes milliseconds; who takes longer died at it. */
const INSTANT_MS = 10_000;

export interface LockTimes {
  /** A holder is given up after this long without a heartbeat, also one whose process seems to live. */
  readonly silentMs: number;
  /** A living holder is waited for this long. */
  readonly waitMs: number;
  readonly pollMs: number;
}

const TIMES: LockTimes = { silentMs: 120_000, waitMs: 30 * 60_000, pollMs: 250 };

export interface LockOptions {
  /** Told once when another process is waited for. */
  readonly onWait?: (() => void) | undefined;
  readonly times?: Partial<LockTimes>;
}

export interface HeldLock {
  /** @throws {IndexFolderProblem} when another process took the lock, for this one seemed to be dead */
  assertHeld(): Promise<void>;
}

/** A lock as it was found. */
interface Found {
  /** Null while it is half-written. */
  readonly holder: Holder | null;
  /** Time of its last heartbeat, by the clock of the holder's machine. */
  readonly heartbeat: number;
}

/** Locks this process holds. */
const held = new Set<string>();

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
  { onWait = () => {}, times }: LockOptions = {},
): Promise<T> {
  const lock = path.join(path.resolve(folder), LOCK);
  const token = randomUUID();
  const isHeld = async () => (await look(folder, lock))?.holder?.token === token;
  await take(folder, lock, token, onWait, { ...TIMES, ...times });
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
    if (await isHeld().catch(() => false)) await rm(lock, { force: true });
    held.delete(lock);
  }
}

async function beat(lock: string, isHeld: () => Promise<boolean>): Promise<void> {
  try {
    if (await isHeld()) await utimes(lock, new Date(), new Date());
  } catch {
    // One heartbeat that is missed does no harm.
  }
}

async function take(folder: string, lock: string, token: string, onWait: () => void, times: LockTimes): Promise<void> {
  const begun = performance.now();
  const silence = watchSilence();
  let waiting = false;
  while (!(await create(lock, token))) {
    const found = await look(folder, lock);
    const isAbandoned = (seen: Found) => abandoned(lock, seen, silence(seen), times.silentMs);
    const free = found ? (await isAbandoned(found)) && (await steal(folder, lock, isAbandoned)) : !held.has(lock);
    if (free) continue;
    if (performance.now() - begun > times.waitMs) throw new IndexFolderProblem(folder, goesOn(found, times.waitMs));
    if (!waiting) onWait();
    waiting = true;
    await sleep(times.pollMs);
  }
}

/** @returns false where the lock is there */
async function create(lock: string, token: string): Promise<boolean> {
  if (held.has(lock)) return false;
  held.add(lock);
  try {
    await writeFile(lock, JSON.stringify(await thisProcess(token)), { flag: 'wx' });
    return true;
  } catch (error) {
    held.delete(lock);
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @returns null where there is none */
async function look(folder: string, lock: string): Promise<Found | null> {
  try {
    const { mtimeMs: heartbeat } = await stat(lock);
    const holder = holderSchema.safeParse(parseJson(await readFile(lock, 'utf8')));
    return { holder: holder.success ? holder.data : null, heartbeat };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    if (errorCode(error) === 'EISDIR') throw new IndexFolderProblem(folder, `${LOCK} in it is a folder; remove it`);
    throw error;
  }
}

/**
 * How long a lock has been silent: by the clock, or as long as it was watched without a change, whichever is more. The
 * second needs no clocks that agree, so a heartbeat in the future ends too.
 */
function watchSilence(): (found: Found) => number {
  let last: Found | null = null;
  let since = 0;
  return (found) => {
    if (last?.heartbeat !== found.heartbeat || last.holder?.token !== found.holder?.token) {
      last = found;
      since = performance.now();
    }
    return Math.max(Date.now() - found.heartbeat, performance.now() - since);
  };
}

async function abandoned(lock: string, { holder }: Found, silentFor: number, silentMs: number): Promise<boolean> {
  if (silentFor > silentMs) return !held.has(lock);
  // Its writer died between creating and filling it, or is about to fill it.
  if (!holder) return silentFor > INSTANT_MS;
  if (await hasEnded(holder)) return true;
  // This process' own number in a lock it does not hold is a former life's, as in a restarted container.
  return isThisProcess(holder) && !held.has(lock);
}

/**
 * Removes an abandoned lock under a second, short-lived one, so that no thief takes away the fresh lock of another.
 * @returns false where another thief is at it
 */
async function steal(folder: string, lock: string, isAbandoned: (found: Found) => Promise<boolean>): Promise<boolean> {
  const guard = `${lock}.steal`;
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    const made = await stat(guard).catch(() => null);
    if (made && Math.abs(Date.now() - made.mtimeMs) > INSTANT_MS) await rm(guard, { force: true, recursive: true });
    return false;
  }
  try {
    const found = await look(folder, lock);
    if (found && (await isAbandoned(found))) await rm(lock, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

function goesOn(found: Found | null, waitMs: number): string {
  const who = found?.holder ? `process ${found.holder.pid} on ${found.holder.host}` : 'another process';
  return `${who} has been building it for over ${Math.round(waitMs / 60_000)} minutes; end it, or remove ${LOCK}`;
}
