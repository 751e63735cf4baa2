/** The process of one job: reads what to do from its parent, does it, tells what came of it, and ends. */
import os from 'node:os';
import type { NotChanged } from '../../discord/intake/port.ts';
import { PutAsideProblem } from '../../intake/problems.ts';
import { Problem } from '../../problem.ts';
import { whyNotWritten } from '../../why-not-written.ts';
import { watchMemory } from './memory.ts';
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
    const reason = reasonOf(error);
    await send(reason === null ? { type: 'error', message } : { type: 'problem', message, reason });
  }
  process.disconnect();
});

/** What a person can mend; null for a fault of the program. */
function reasonOf(error: unknown): NotChanged | null {
  if (error instanceof PutAsideProblem) return error.reason;
  if (whyNotWritten(error) !== null) return 'not_written';
  return error instanceof Problem ? 'other' : null;
}

async function perform(request: JobRequest): Promise<Jobs[JobName]['result']> {
  if (request.name === 'read') {
    watchMemory(MOST_MEMORY);
    const { readIncoming } = await import('./read-incoming.ts');
    return readIncoming(request);
  }
  if (request.name === 'fetch') {
    watchMemory(MOST_MEMORY);
    const { fetchIncoming } = await import('./fetch-incoming.ts');
    return fetchIncoming(request);
  }
  setInterval(() => void send({ type: 'alive' }), HEARTBEAT_MS).unref();
  os.setPriority(NICE);
  if (request.name === 'follow') {
    const { followDossiers } = await import('./follow-dossiers.ts');
    return followDossiers(request);
  }
  const { addLetters, finishChange, removeLetter } = await import('./change-folder.ts');
  if (request.name === 'finish') return finishChange(request);
  const onProgress = (progress: Extract<JobReply, { type: 'progress' }>['progress']) =>
    void send({ type: 'progress', progress });
  return request.name === 'add' ? addLetters(request, onProgress) : removeLetter(request, onProgress);
}
