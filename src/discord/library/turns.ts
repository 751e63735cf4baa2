/** Lets work run, so much of it at once. */
export interface Turns {
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * At most `atOnce` pieces of work at once, the rest in order of arrival. Between two pieces the event loop gets a turn:
 * fifty questions that arrive together would otherwise hold up heartbeats and acknowledgements together.
 */
export function createTurns(atOnce: number): Turns {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
      else running++;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) setImmediate(next);
        else running--;
      }
    },
  };
}
