import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { parseJson } from '../json.ts';

const LOCK = 'building.lock';
const HEARTBEAT_MS = 5_000;
/** A holder elsewhere (another container on the same folder) is given up after this long without a heartbeat. */
const SILENT_MS = 120_000;
/** Removing an abandoned lock takes milliseconds; who takes longer died at it. */
const STEAL_MS = 5_000;
const POLL_MS = 250;

/** Locks this process holds: its own number in a lock is otherwise a former life's, as in a restarted container. */
const held = new Set<string>();

const holderSchema = z.object({ pid: z.int(), host: z.string() });

/**
 * Runs a job while no other process builds the index in the same folder; waits for one that does.
 * @param onWait told once when another process is waited for
 */
export async function whileLocked<T>(folder: string, onWait: () => void, job: () => Promise<T>): Promise<T> {
  const lock = path.join(folder, LOCK);
  let waiting = false;
  while (!(await take(lock))) {
    if (await abandoned(lock)) {
      await steal(lock);
      continue;
    }
    if (!waiting) onWait();
    waiting = true;
    await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => {}), HEARTBEAT_MS);
  heartbeat.unref();
  try {
    return await job();
  } finally {
    clearInterval(heartbeat);
    held.delete(lock);
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<boolean> {
  if (held.has(lock)) return false;
  held.add(lock);
  try {
    await writeFile(lock, JSON.stringify({ pid: process.pid, host: hostname() }), { flag: 'wx' });
    return true;
  } catch (error) {
    held.delete(lock);
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function abandoned(lock: string): Promise<boolean> {
  try {
    const silent = Date.now() - (await stat(lock)).mtimeMs;
    const holder = holderSchema.safeParse(parseJson(await readFile(lock, 'utf8')));
    // Half-written: its holder died between creating and filling it, or is about to fill it.
    if (!holder.success) return silent > 2_000;
    if (holder.data.host !== hostname()) return silent > SILENT_MS;
    return holder.data.pid === process.pid ? !held.has(lock) : !alive(holder.data.pid);
  } catch {
    // It vanished or is being written: look again.
    return false;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Removes an abandoned lock under a second, short-lived one, so that no thief takes away the fresh lock of another. */
async function steal(lock: string): Promise<void> {
  const guard = `${lock}.steal`;
  try {
    await writeFile(guard, '', { flag: 'wx' });
  } catch {
    const silent = Date.now() - (await stat(guard).catch(() => ({ mtimeMs: Date.now() }))).mtimeMs;
    if (silent > STEAL_MS) await rm(guard, { force: true });
    return;
  }
  try {
    if (await abandoned(lock)) await rm(lock, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}
