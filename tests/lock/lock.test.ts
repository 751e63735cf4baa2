import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { thisProcess } from '../../src/lock/holder.ts';
import { type HeldLock, whileLocked } from '../../src/lock/lock.ts';
import type { LockTimes } from '../../src/lock/take.ts';
import { Problem } from '../../src/problem.ts';
import { temporaryFolder } from '../support/folders.ts';

const refuse = (why: string) => new Problem(why);

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  lock = path.join(folder, 'building.lock');
});

/** Runs a job under the lock; tells whether it had to wait. */
async function lockedJob(times: Partial<LockTimes> = {}): Promise<{ waited: boolean }> {
  let waited = false;
  const onWait = () => {
    waited = true;
  };
  await whileLocked(lock, async () => {}, { refuse, onWait, times: { pollMs: 5, ...times } });
  return { waited };
}

/** The number of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

const holder = { pid: process.pid, host: hostname(), started: null, token: 'former' };

async function lockOf(holder: object, heartbeat = new Date()): Promise<void> {
  await writeFile(lock, JSON.stringify(holder));
  await utimes(lock, heartbeat, heartbeat);
}

const longAgo = () => new Date(Date.now() - 10 * 60_000);

describe('A lock is taken over', () => {
  test.each([
    ['when its process has ended', () => ({ ...holder, pid: deadPid() })],
    ["when it is this process's own from a former life", () => holder],
  ])('%s', async (_, found) => {
    await lockOf(found());
    expect(await lockedJob()).toEqual({ waited: false });
    expect(await readdir(folder)).toEqual([]);
  });

  test.runIf(process.platform === 'linux')('when the number of its process is used again by another', async () => {
    const { started } = await thisProcess('');
    expect(started).toMatch(/^\d+$/);
    await lockOf({ ...holder, pid: process.ppid, started: '1' });
    expect(await lockedJob()).toEqual({ waited: false });
  });

  test.each([
    ['on this machine', { ...holder, pid: process.ppid }],
    ['on another machine', { ...holder, pid: 1, host: 'elsewhere' }],
  ])('when its holder %s seems to live and has been silent for long', async (_, found) => {
    await lockOf(found, longAgo());
    expect(await lockedJob({ watchMs: 20 })).toEqual({ waited: true });
  });

  test('when it was left half-written', async () => {
    await writeFile(lock, '{"pid":');
    await utimes(lock, longAgo(), longAgo());
    expect(await lockedJob()).toEqual({ waited: false });
  });

  test('when its heartbeat lies in the future and does not move', async () => {
    await lockOf({ ...holder, host: 'elsewhere' }, new Date(Date.now() + 24 * 3_600_000));
    expect(await lockedJob({ silentMs: 50 })).toEqual({ waited: true });
  });
});

describe('Waiting ends', () => {
  test('with what to do, when a living holder goes on for too long', async () => {
    await lockOf({ ...holder, pid: process.ppid });
    const waiting = lockedJob({ waitMs: 50 });
    await expect(waiting).rejects.toThrow(Problem);
    await expect(waiting).rejects.toThrow(`process ${process.ppid} on ${hostname()}`);
    expect(await readdir(folder)).toEqual(['building.lock']);
  });

  test('at once, when a folder has the name of the lock', async () => {
    await mkdir(lock);
    await expect(lockedJob()).rejects.toThrow('building.lock in it is a folder; remove it');
  });
});

test('Who seems silent because a clock was set forward, or the machine slept, keeps its lock', async () => {
  await lockOf({ ...holder, pid: process.ppid }, longAgo());
  const heartbeats = setInterval(() => void utimes(lock, longAgo(), new Date(Date.now() - 10 * 60_000)), 5);
  try {
    await expect(lockedJob({ watchMs: 5_000, waitMs: 100 })).rejects.toThrow('has held building.lock');
  } finally {
    clearInterval(heartbeats);
  }
});

test('Of many who find an abandoned lock, one works at a time', async () => {
  await lockOf({ ...holder, pid: deadPid() });
  let working = 0;
  let most = 0;
  const job = async () => {
    most = Math.max(most, ++working);
    await new Promise((resolve) => setTimeout(resolve, 20));
    working--;
  };
  await Promise.all(Array.from({ length: 8 }, () => whileLocked(lock, job, { refuse })));
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('A job that fails gives the lock back', async () => {
  const failing = whileLocked(lock, () => Promise.reject(new Error('out of paper')), { refuse });
  await expect(failing).rejects.toThrow('out of paper');
  expect(await lockedJob()).toEqual({ waited: false });
});

test('Who lost the lock is told before it publishes, and leaves the other its lock', async () => {
  const other = JSON.stringify({ ...holder, host: 'elsewhere' });
  const job = async ({ assertHeld }: HeldLock) => {
    await assertHeld();
    await writeFile(lock, other);
    await assertHeld();
  };
  await expect(whileLocked(lock, job, { refuse })).rejects.toThrow('another process took over');
  expect(await readFile(lock, 'utf8')).toBe(other);
});
