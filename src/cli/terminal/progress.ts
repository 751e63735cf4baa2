import type { Terminal } from './terminal.ts';

export interface Progress {
  update(done: number, total: number): void;
  end(): void;
}

const BAR_WIDTH = 24;
/** Between two drawings of the bar, and between two lines where it can't be redrawn. */
const REDRAW_MS = 100;
const LINE_MS = 5_000;

/** Shows how far a long job is, with its rate and the time left: a bar on a terminal, a line now and then elsewhere. */
export function showProgress(terminal: Terminal, unit: string, now: () => number = () => performance.now()): Progress {
  const begun = now();
  const every = terminal.redraws ? REDRAW_MS : LINE_MS;
  let last = Number.NEGATIVE_INFINITY;
  return {
    update(done, total) {
      const time = now();
      if (total === 0 || (done < total && time - last < every) || (!terminal.redraws && done === 0)) return;
      last = time;
      const line = describe(done, total, unit, time - begun);
      if (terminal.redraws) terminal.redraw(`${bar(done / total)} ${line}`);
      else terminal.log(line);
    },
    end() {
      if (terminal.redraws && last !== Number.NEGATIVE_INFINITY) terminal.redraw('');
    },
  };
}

function bar(share: number): string {
  const filled = Math.round(share * BAR_WIDTH);
  return `[${'#'.repeat(filled)}${'.'.repeat(BAR_WIDTH - filled)}]`;
}

/** @param elapsed milliseconds since the beginning */
function describe(done: number, total: number, unit: string, elapsed: number): string {
  const count = `${done} of ${total} ${unit}`;
  if (done === 0 || elapsed < 1) return count;
  const rate = (done / elapsed) * 1000;
  const left = Math.ceil((total - done) / rate);
  return `${count}, ${rate.toFixed(rate < 10 ? 1 : 0)} a second${done < total ? `, ${left} s left` : ''}`;
}
