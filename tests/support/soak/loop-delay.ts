import { readFileSync } from 'node:fs';
import { createHistogram } from 'node:perf_hooks';

/** How often a timer is due, in ms. */
const EVERY = 10;

export interface LoopDelay {
  /** What share of the timers were less late than this, in ms. */
  percentile(percent: number): number;
  reset(): void;
}

/**
 * How late the event loop is by its own doing: the time that its thread was ready and waited for a core is taken off, so
 * that a busy machine says nothing of the program (`/proc`, schedstat; nothing is taken off elsewhere than on Linux).
 */
export function watchLoop(): LoopDelay {
  const histogram = createHistogram();
  let [at, waited] = [performance.now(), waitedForCore()];
  setInterval(() => {
    const [now, waitedNow] = [performance.now(), waitedForCore()];
    const late = now - at - EVERY - (waitedNow - waited);
    histogram.record(Math.max(1, Math.round(late * 1000)));
    [at, waited] = [now, waitedNow];
  }, EVERY).unref();
  return {
    percentile: (percent) => histogram.percentile(percent) / 1000,
    reset: () => histogram.reset(),
  };
}

/** How long this thread was ready to run and did not, in ms since it began. */
function waitedForCore(): number {
  if (process.platform !== 'linux') return 0;
  const [, waited] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
  return Number(waited) / 1e6;
}
