import { setImmediate } from 'node:timers/promises';

/**
 * Lets the event loop take a turn: whoever else waits for an answer is served between two pieces of long work.
 *
 * @throws {AbortError} when `signal` says that nobody waits for this work any more
 */
export async function turn(signal?: AbortSignal): Promise<void> {
  await setImmediate(undefined, { signal });
}
