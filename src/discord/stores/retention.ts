import type { Clock, Log } from '../ports.ts';
import type { FeedbackStore } from './feedback.ts';

const DAY = 86_400_000;

/** Forgets what readers said more than `days` ago: now, and once a day until `signal` aborts. */
export async function forgetOld(
  feedback: FeedbackStore,
  days: number,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const oldest = clock.now() - days * DAY;
    try {
      const gone = await feedback.forget(({ at }) => Date.parse(at) < oldest);
      if (gone > 0) log.info({ verdicts: gone, days }, 'feedback that is too old was forgotten');
    } catch (error) {
      log.warn({ error }, 'feedback that is too old could not be forgotten; trying again tomorrow');
    }
    await clock.sleep(DAY, signal).catch(() => {});
  }
}
