import { setTimeout as delay } from 'node:timers/promises';

/** Time, so that tests need not wait. */
export interface Clock {
  /** Ms since 1970, as the machine's clock is set: for dates alone, since a clock may be set anew. */
  now(): number;
  /** Ms since a moment of no meaning, counted on whatever the clock is set to: for how long something takes. */
  elapsed(): number;
  /** Resolves after `ms`; rejects when `signal` aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The machine's time. Who only sleeps does not keep the process running. */
export const systemClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { ref: false, ...(signal && { signal }) }),
};

/** The same for a command that is not done while it sleeps. */
export const commandClock: Clock = {
  now: Date.now,
  elapsed: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, { ...(signal && { signal }) }),
};

/** Swedish dates are written as ISO has them. */
const DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' });

/** The day it is in the Netherlands, ISO: by that people there say "today" and "this year". */
export function dayOf(clock: Pick<Clock, 'now'>): string {
  return DAY.format(clock.now());
}
