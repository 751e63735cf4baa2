import type { Clock } from '../ports.ts';
import { isTransient } from './errors.ts';

/** Waits in ms between tries. Within Discord's three seconds, and within a person's patience. */
export const ACKNOWLEDGEMENT_WAITS = [50, 100, 200, 400, 700] as const;
export const DELIVERY_WAITS = [250, 500, 1000, 3000, 8000] as const;

/**
 * Sends once more after each wait while Discord fails. discord.js is told to repeat nothing itself: it does so at once,
 * and also what may have arrived.
 *
 * @throws what the last try threw, or the first that no waiting mends
 */
export async function withRetries<T>(
  send: (attempt: number) => Promise<T>,
  waits: readonly number[],
  clock: Clock,
  onRetry: () => void,
): Promise<T> {
  for (const [attempt, wait] of waits.entries()) {
    try {
      return await send(attempt);
    } catch (error) {
      if (!isTransient(error)) throw error;
      onRetry();
      await clock.sleep(wait);
    }
  }
  return send(waits.length);
}
