import { open, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorCode } from '../error-code.ts';
import { type Found, look, type Refuse, type Silence, watchSilence } from './found.ts';
import { hasEnded, isThisProcess, thisProcess } from './holder.ts';

/** Writing a lock, or removing an abandoned one, takes milliseconds; who takes longer died at it. */
const INSTANT_MS = 10_000;

export interface LockOptions {
  readonly refuse: Refuse;
  /** Told once when another process is waited for. */
  readonly onWait?: (() => void) | undefined;
  readonly times?: Partial<LockTimes>;
}

export interface LockTimes {
  /** A holder is given up after this long without a heartbeat, also one whose process seems to live. */
  readonly silentMs: number;
  /** And only when it was watched so long without one: a clock may be set forward, a machine may have slept. */
  readonly watchMs: number;
  /** A living holder is waited for this long. */
  readonly waitMs: number;
  readonly pollMs: number;
}

const TIMES: LockTimes = { silentMs: 120_000, watchMs: 20_000, waitMs: 30 * 60_000, pollMs: 250 };

/** Locks this process holds. */
const held = new Set<string>();

/**
 * Takes a lock, waiting for its holder; one that was abandoned is taken over.
 * @throws what `refuse` makes of a lock that is no file, or whose holder goes on for too long
 */
export async function take(
  lock: string,
  token: string,
  { refuse, onWait = () => {}, times: given }: LockOptions,
): Promise<void> {
  const times = { ...TIMES, ...given };
  const begun = performance.now();
  const silence = watchSilence();
  let waiting = false;
  while (!(await create(lock, token))) {
    const found = await look(lock, refuse);
    const isAbandoned = (seen: Found) => abandoned(lock, seen, silence(seen), times);
    const free = found ? (await isAbandoned(found)) && (await steal(lock, refuse, isAbandoned)) : !held.has(lock);
    if (free) continue;
    if (performance.now() - begun > times.waitMs) throw refuse(goesOn(found, lock, times.waitMs));
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
    const holder = JSON.stringify(await thisProcess(token));
    const handle = await open(lock, 'wx');
    try {
      await handle.writeFile(holder).finally(() => handle.close());
    } catch (error) {
      // A full disk takes the name of a file, not its content.
      await rm(lock, { force: true });
      throw error;
    }
    return true;
  } catch (error) {
    held.delete(lock);
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

export function letGo(lock: string): void {
  held.delete(lock);
}

async function abandoned(lock: string, { holder }: Found, silence: Silence, times: LockTimes): Promise<boolean> {
  const silentFor = Math.max(silence.byClock, silence.watched);
  // Its writer died between creating and filling it, or is about to fill it.
  if (!holder) return silentFor > INSTANT_MS;
  if (silentFor > times.silentMs && silence.watched > Math.min(times.watchMs, times.silentMs)) return !held.has(lock);
  if (await hasEnded(holder)) return true;
  // This process' own number in a lock it does not hold is a former life's, as in a restarted container.
  return isThisProcess(holder) && !held.has(lock);
}

/**
 * Removes an abandoned lock under a second, short-lived one, so that no thief takes away the fresh lock of another.
 * @returns false where another thief is at it
 */
async function steal(lock: string, refuse: Refuse, isAbandoned: (found: Found) => Promise<boolean>): Promise<boolean> {
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
    const found = await look(lock, refuse);
    if (found && (await isAbandoned(found))) await rm(lock, { force: true });
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

function goesOn(found: Found | null, lock: string, waitMs: number): string {
  const who = found?.holder ? `process ${found.holder.pid} on ${found.holder.host}` : 'another process';
  return `${who} has held ${path.basename(lock)} for over ${inWords(waitMs)}; end it, or remove that file if there is no such process`;
}

function inWords(ms: number): string {
  return ms < 120_000 ? `${Math.round(ms / 1000)} seconds` : `${Math.round(ms / 60_000)} minutes`;
}
