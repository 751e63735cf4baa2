import { readFile } from 'node:fs/promises';

/** Resident memory of a process in MB. Linux only. */
export async function residentMb(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}

/**
 * How much memory grew: the median of the last fifth of the samples over that of the second fifth. The first is for
 * warming up; a median, for the collector comes and goes.
 */
export function growth(samples: readonly number[]): number {
  const fifth = Math.ceil(samples.length / 5);
  return median(samples.slice(-fifth)) / median(samples.slice(fifth, 2 * fifth));
}

export function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}
