/** Lets work run, so much of it at once. */
export interface Turns {
  /**
   * Runs work in its turn.
   *
   * @throws what the work throws, or what `signal` aborts with while it waits; without one it waits as long as it takes
   */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
}

/**
 * At most `atOnce` pieces of work at once, the rest in order of arrival. Between two pieces the event loop gets a turn:
 * fifty questions that arrive together would otherwise hold up heartbeats and acknowledgements together.
 */
export function createTurns(atOnce: number): Turns {
  const waiting = new Set<() => void>();
  let running = 0;

  /** Resolves when it is its turn. */
  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        waiting.delete(begin);
        reject(signal?.reason);
      };
      const begin = () => {
        waiting.delete(begin);
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      waiting.add(begin);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }

  return {
    async run(work, signal) {
      signal?.throwIfAborted();
      if (running >= atOnce) await turn(signal);
      else running++;
      try {
        return await work();
      } finally {
        // Whoever is next takes over this place; it may still leave before it begins.
        setImmediate(() => {
          const [next] = waiting;
          if (next) next();
          else running--;
        });
      }
    },
  };
}
