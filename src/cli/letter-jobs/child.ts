/** The process of one job: reads what to do from its parent, does it, tells what came of it, and ends. */
import os from 'node:os';
import { Worker } from 'node:worker_threads';
import { Problem } from '../../problem.ts';
import type { JobName, JobReply, JobRequest, Jobs } from './messages.ts';

const HEARTBEAT_MS = 5_000;
/** Questions are answered first. */
const NICE = 10;
/** Resident bytes: pdf.js with a PDF of ten megabytes takes a third of it. */
const MOST_MEMORY = 1024 * 1024 * 1024;

/** Resolves when the reply has gone: one that is larger than a pipe takes a while, and is lost at a disconnect. */
const send = (reply: JobReply) => new Promise<void>((gone) => process.send?.(reply, () => gone()));

// The parent decides when this process ends: a Ctrl-C at a terminal reaches both.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit(0));

process.once('message', async (request: JobRequest) => {
  try {
    await send({ type: 'done', result: await perform(request) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    await send({ type: error instanceof Problem ? 'problem' : 'error', message });
  }
  process.disconnect();
});

async function perform(request: JobRequest): Promise<Jobs[JobName]['result']> {
  if (request.name === 'read') {
    watchMemory();
    const { readIncoming } = await import('./read-incoming.ts');
    return readIncoming(request);
  }
  if (request.name === 'fetch') {
    watchMemory();
    const { fetchIncoming } = await import('./fetch-incoming.ts');
    return fetchIncoming(request);
  }
  setInterval(() => void send({ type: 'alive' }), HEARTBEAT_MS).unref();
  os.setPriority(NICE);
  if (request.name === 'follow') {
    const { followDossiers } = await import('./follow-dossiers.ts');
    return followDossiers(request);
  }
  const { addLetters, removeLetter } = await import('./change-folder.ts');
  const onProgress = (progress: Extract<JobReply, { type: 'progress' }>['progress']) =>
    void send({ type: 'progress', progress });
  return request.name === 'add' ? addLetters(request, onProgress) : removeLetter(request, onProgress);
}

/** Ends this process where a file makes it take too much. */
function watchMemory(): void {
  new Worker(new URL('./memory-watch.js', import.meta.url), { workerData: { bytes: MOST_MEMORY } }).unref();
}
