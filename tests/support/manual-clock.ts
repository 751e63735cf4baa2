import type { Clock } from '../../src/discord/ports.ts';

export interface ManualClock extends Clock {
  /** Lets time pass, and what sleeps until then wake. */
  pass(ms: number): Promise<void>;
  /** Sets the clock by `ms` forward (or back), as when it is corrected: no time passes. */
  jump(ms: number): void;
  /** How long everything asleep asked to sleep. */
  readonly asleep: readonly number[];
}

/** A clock that stands still until a test moves it. */
export function manualClock(start = 1_700_000_000_000): ManualClock {
  let now = 0;
  let set = start;
  let sleepers: { until: number; ms: number; wake: () => void }[] = [];
  return {
    now: () => set + now,
    elapsed: () => now,
    jump(ms) {
      set += ms;
    },
    get asleep() {
      return sleepers.map(({ ms }) => ms);
    },
    sleep(ms, signal) {
      return new Promise((resolve, reject) => {
        const sleeper = { until: now + ms, ms, wake: () => resolve() };
        sleepers.push(sleeper);
        const leave = () => {
          sleepers = sleepers.filter((other) => other !== sleeper);
          reject(new DOMException('aborted', 'AbortError'));
        };
        if (signal?.aborted) leave();
        signal?.addEventListener('abort', leave, { once: true });
        sleeper.wake = () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        };
      });
    },
    async pass(ms) {
      now += ms;
      const awake = sleepers.filter(({ until }) => until <= now);
      sleepers = sleepers.filter(({ until }) => until > now);
      for (const { wake } of awake) wake();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
