import { Worker } from 'node:worker_threads';

/** How often this thread shows that it is alive, in ms. */
const BEAT_EVERY = 1_000;

/** What the two threads share. */
export interface Watched {
  /** Raised by one with each beat. */
  readonly beats: Int32Array;
  /** In ms. */
  readonly limit: number;
}

/**
 * From now on the process ends when its event loop has stood still for `limit` ms: a thread of its own counts while no
 * beat comes. A thread can't give the process an exit code, so it ends by SIGKILL (137 in a shell), with a line on standard error.
 * @param entry the built `event-loop-thread.js`; beside this file by default
 */
export function watchEventLoop(limit: number, entry: URL = new URL('./event-loop-thread.js', import.meta.url)): void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  const workerData: Watched = { beats, limit };
  const thread = new Worker(entry, { workerData });
  thread.unref();
  setInterval(() => Atomics.add(beats, 0, 1), Math.min(BEAT_EVERY, limit / 4)).unref();
}
