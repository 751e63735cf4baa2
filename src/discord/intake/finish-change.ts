import type { Services } from '../context.ts';
import { reloadIndex } from '../library/watch-index.ts';

/** Finishes a change of the letters that was broken off with the bot before this one, and takes its index in. Never rejects. */
export async function finishChange(services: Services, signal: AbortSignal): Promise<void> {
  const { intake, log } = services;
  try {
    if (!(await intake.finish(signal))) return;
    log.info({}, 'a change of the letters that was broken off is in the index now');
    await reloadIndex(services);
  } catch (error) {
    if (!signal.aborted) log.warn({ error }, 'a change of the letters that was broken off could not be indexed');
  }
}
