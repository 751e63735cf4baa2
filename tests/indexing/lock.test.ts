import { spawnSync } from 'node:child_process';
import { readdir, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { whileLocked } from '../../src/indexing/lock.ts';
import { temporaryFolder } from '../support/folders.ts';

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  lock = path.join(folder, 'building.lock');
});

/** Runs a job under the lock; tells whether it had to wait. */
async function lockedJob(): Promise<{ waited: boolean }> {
  let waited = false;
  await whileLocked(
    folder,
    () => {
      waited = true;
    },
    async () => {},
  );
  return { waited };
}

/** The number of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('A lock is taken over', () => {
  test.each([
    ['when its process has ended', () => ({ pid: deadPid(), host: hostname() })],
    ["when it is this process's own from a former life", () => ({ pid: process.pid, host: hostname() })],
  ])('%s', async (_, holder) => {
    await writeFile(lock, JSON.stringify(holder()));
    expect(await lockedJob()).toEqual({ waited: false });
    expect(await readdir(folder)).toEqual([]);
  });

  test('when a holder on another machine has been silent for long', async () => {
    await writeFile(lock, JSON.stringify({ pid: 1, host: 'elsewhere' }));
    const longAgo = new Date(Date.now() - 10 * 60_000);
    await utimes(lock, longAgo, longAgo);
    expect(await lockedJob()).toEqual({ waited: false });
  });

  test('when it was left half-written', async () => {
    await writeFile(lock, '{"pid":');
    const aWhileAgo = new Date(Date.now() - 10_000);
    await utimes(lock, aWhileAgo, aWhileAgo);
    expect(await lockedJob()).toEqual({ waited: false });
  });
});

test('Of many who find an abandoned lock, one works at a time', async () => {
  await writeFile(lock, JSON.stringify({ pid: deadPid(), host: hostname() }));
  let working = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 8 }, () =>
      whileLocked(
        folder,
        () => {},
        async () => {
          most = Math.max(most, ++working);
          await new Promise((resolve) => setTimeout(resolve, 20));
          working--;
        },
      ),
    ),
  );
  expect(most).toBe(1);
  expect(await readdir(folder)).toEqual([]);
});

test('A job that fails gives the lock back', async () => {
  const failing = whileLocked(
    folder,
    () => {},
    () => Promise.reject(new Error('out of paper')),
  );
  await expect(failing).rejects.toThrow('out of paper');
  expect(await lockedJob()).toEqual({ waited: false });
});
