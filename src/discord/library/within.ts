import type { Clock } from '../ports.ts';

/**
 * The result of work that is given so many ms. The signal that the work gets aborts when they are over, or when `outer`
 * does: nobody waits for it any more.
 *
 * @throws what the work throws, that it took too long, or what `outer` aborts with
 */
export async function within<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T> | T,
  clock: Clock,
  outer: AbortSignal,
): Promise<T> {
  outer.throwIfAborted();
  const end = new AbortController();
  const done = new AbortController();
  const ended = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(end.signal.reason), { once: true });
  });
  const follow = () => end.abort(outer.reason);
  outer.addEventListener('abort', follow, { once: true });
  clock.sleep(ms, done.signal).then(
    () => end.abort(new Error(`No answer within ${ms} ms`)),
    () => {},
  );
  try {
    return await Promise.race([work(end.signal), ended]);
  } finally {
    done.abort();
    outer.removeEventListener('abort', follow);
  }
}
