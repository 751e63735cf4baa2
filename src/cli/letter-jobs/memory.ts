import { Worker } from 'node:worker_threads';

/**
 * Ends this process where a file makes it take too much memory.
 *
 * @param bytes resident, at most
 */
export function watchMemory(bytes: number): void {
  new Worker(new URL('./memory-watch.js', import.meta.url), { workerData: { bytes } }).unref();
}
