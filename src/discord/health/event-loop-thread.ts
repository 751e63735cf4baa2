/** The thread of the event-loop watchdog. */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import type { Watched } from './event-loop-watchdog.ts';

const { beats, limit }: Watched = workerData;

const LOOK_EVERY = limit / 20;
const STDERR = 2;
let last = -1;
let looks = 0;

// Looks are counted rather than time: a machine that was asleep wakes up with both threads.
setInterval(() => {
  const now = Atomics.load(beats, 0);
  looks = now === last ? looks + 1 : 0;
  last = now;
  if (looks * LOOK_EVERY < limit) return;
  writeSync(STDERR, `The event loop has stood still for ${Math.round(limit / 1000)} s; the process ends.\n`);
  process.kill(process.pid, 'SIGKILL');
}, LOOK_EVERY);
