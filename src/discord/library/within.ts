import type { Clock } from '../ports.ts';

/**
 * The result of work that is given so many ms.
 *
 * @throws what the work throws, or that it took too long
 */
export async function within<T>(ms: number, work: () => Promise<T> | T, clock: Clock): Promise<T> {
  const done = new AbortController();
  const tooLong = async (): Promise<never> => {
    await clock.sleep(ms, done.signal);
    throw new Error(`No answer within ${ms} ms`);
  };
  try {
    return await Promise.race([work(), tooLong()]);
  } finally {
    done.abort();
  }
}
