import { percentile } from '../eval/metrics.ts';

/** How one system compares with ours: how many times as much it takes, and the least and the most of any round. */
export interface Ratio {
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return (low + high) / 2;
}

/**
 * The ratio of the medians over rounds. Both systems took part in every round, so what else the machine did meanwhile
 * touched both; the spread of the rounds says how much it did.
 * @param theirs one number a round, as `ours`
 * @throws Error where a system missed a round
 */
export function ratioOf(theirs: readonly number[], ours: readonly number[]): Ratio {
  if (theirs.length !== ours.length || ours.length === 0) throw new Error('a system missed a round');
  const each = theirs.map((value, round) => value / (ours[round] ?? 0));
  return { ratio: median(theirs) / median(ours), least: Math.min(...each), most: Math.max(...each) };
}

/** Some numbers in the order that a round takes them: each begins once before the others. */
export function turned<T>(all: readonly T[], round: number): T[] {
  const first = round % Math.max(1, all.length);
  return [...all.slice(first), ...all.slice(0, first)];
}

/** Median, 95th and 99th percentile. */
export interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function spread(values: readonly number[]): Spread {
  return { p50: median(values), p95: percentile(values, 0.95), p99: percentile(values, 0.99) };
}
