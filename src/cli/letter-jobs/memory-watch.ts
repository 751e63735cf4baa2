/**
 * A thread that ends its process when that takes more memory than it was given: the main thread may be too busy to see
 * it, and limits of the heap know nothing of buffers.
 */
import { workerData } from 'node:worker_threads';
import { z } from 'zod';

const EVERY_MS = 50;

const { bytes } = z.object({ bytes: z.number() }).parse(workerData);
const parent = process.ppid;
setInterval(() => {
  // Whoever is left alone by its parent may be too busy to see that either.
  if (process.memoryUsage.rss() > bytes || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, EVERY_MS);
