/** Results by key. Who asks for one that is being made waits for it with the others. */
export interface KeptResults<T> {
  /**
   * The result for a key: made once, then kept. The signal that `make` gets aborts when everybody who waited has left.
   *
   * @throws what `make` throws, which is not kept, or what `signal` aborts with
   */
  get(key: string, make: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<T>;
}

interface Entry<T> {
  readonly result: Promise<T>;
  readonly work: AbortController;
  waiting: number;
  made: boolean;
}

/** Keeps at most `most` results, those least recently used give way. A Map remembers in which order that was. */
export function keptResults<T>(most: number): KeptResults<T> {
  const entries = new Map<string, Entry<T>>();

  function begin(key: string, make: (signal: AbortSignal) => Promise<T>): Entry<T> {
    const work = new AbortController();
    const entry: Entry<T> = { result: make(work.signal), work, waiting: 0, made: false };
    entry.result.then(
      () => {
        entry.made = true;
      },
      () => forget(key, entry),
    );
    return entry;
  }

  function forget(key: string, entry: Entry<T>): void {
    if (entries.get(key) === entry) entries.delete(key);
  }

  return {
    async get(key, make, signal) {
      signal.throwIfAborted();
      const entry = entries.get(key) ?? begin(key, make);
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > most && oldest !== undefined) entries.delete(oldest);
      entry.waiting++;
      try {
        return await unlessAborted(entry.result, signal);
      } finally {
        entry.waiting--;
        if (entry.waiting === 0 && !entry.made) {
          forget(key, entry);
          entry.work.abort(signal.reason);
        }
      }
    },
  };
}

function unlessAborted<T>(result: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
  });
}
