import type { Table } from '../eval/report.ts';
import { gigabytes, milliseconds, number, ratioCell, seconds } from './cells.ts';
import type { Growth } from './growth-chart.ts';
import type { JobRuns } from './jobs.ts';
import type { Limits } from './limits.ts';
import { median } from './rounds.ts';
import { SYSTEMS } from './system.ts';

/** Everything that was measured of the index job: whole, or without what the encoder takes. */
export interface Jobs {
  readonly encoding: 'real' | 'stand-in';
  readonly runs: readonly JobRuns[];
}

/** A row a size and system. */
export function jobTable({ runs }: Jobs): Table {
  const header = [
    'letters',
    'system',
    's',
    'processor s',
    'letters a second of processor time',
    'peak GB',
    'time, of ours (rounds)',
    'processor time, of ours (rounds)',
    'memory, of ours (rounds)',
    'unchanged, processor s',
    'one letter changed, processor s',
  ];
  const rows = runs.map(({ system, letters, runs: own }) => {
    const ours = runs.find((each) => each.system === 'briefwijzer' && each.letters === letters)?.runs ?? [];
    const cpu = median(own.map(({ cpuMs }) => cpuMs));
    const again = own.flatMap((run) => run.again ?? []);
    const oneChanged = own.flatMap((run) => run.oneChanged ?? []);
    const anew = system === 'briefwijzer' ? '-' : 'all anew';
    return [
      String(letters),
      SYSTEMS[system],
      seconds(median(own.map(({ ms }) => ms))),
      seconds(cpu),
      number(letters / (cpu / 1000)),
      gigabytes(median(own.map(({ peakBytes }) => peakBytes))),
      ...(['ms', 'cpuMs', 'peakBytes'] as const).map((what) =>
        ratioCell(
          own.map((run) => run[what]),
          ours.map((run) => run[what]),
        ),
      ),
      again.length > 0 ? seconds(median(again.map(({ cpuMs }) => cpuMs))) : anew,
      oneChanged.length > 0 ? seconds(median(oneChanged.map(({ cpuMs }) => cpuMs))) : anew,
    ];
  });
  return [header, ...rows];
}

/** What the encoder's multiply-adds and the disk alone take of the largest job, and how far the job is from that. */
export function jobLimit({ runs }: Jobs, limits: Limits, { letters }: { readonly letters: number }): string {
  const ours = runs.filter(({ system }) => system === 'briefwijzer').find((each) => each.letters === letters);
  if (!ours) return '';
  const least = ((limits.tokens * limits.perToken) / limits.multiplyAdds) * 1000;
  const measured = median(ours.runs.map(({ cpuMs }) => cpuMs));
  const written = (median(ours.runs.map(({ indexBytes }) => indexBytes)) / limits.disk) * 1000;
  return `The encoder's multiply-adds for the ${number(limits.tokens)} tokens of ${letters} letters take ${milliseconds(least)} ms of processor time at the rate this machine reaches; the job took ${milliseconds(measured)} ms, ${number(measured / least)} times that. Writing its index takes ${milliseconds(written)} ms at the rate of the disk.`;
}

/** What the machine could do while it was measured. */
export function machineSentence({ memory, multiplyAdds, disk }: Limits): string {
  return `Measured beside it: memory is copied at ${number(memory / 1e9)} GB/s (read and written together), a core makes ${number(multiplyAdds / 1e9)} billion multiply-adds of eight-bit numbers a second of processor time in the encoder's runtime, and ${number(disk / 1e6)} MB/s reach the disk.`;
}

/** How the job grows with the letters. */
export function jobChart({ encoding, runs }: Jobs): Growth {
  return {
    title: encoding === 'real' ? 'Making an index' : 'Making an index, encoder left out',
    across: 'letters',
    up: 'seconds of processor time',
    lines: [...new Set(runs.map(({ system }) => system))].map((system) => ({
      name: SYSTEMS[system],
      points: runs
        .filter((each) => each.system === system)
        .map(({ letters, runs: own }) => ({ x: letters, y: median(own.map(({ cpuMs }) => cpuMs)) / 1000 })),
    })),
  };
}
