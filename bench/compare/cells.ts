import { ratioOf } from './rounds.ts';

/** "1.2× (1.1 to 1.4)": theirs over ours, and the rounds' least and most. */
export function ratioCell(theirs: readonly number[], ours: readonly number[]): string {
  const { ratio, least, most } = ratioOf(theirs, ours);
  return `${number(ratio)}× (${number(least)} to ${number(most)})`;
}

/** Three digits that count. */
export function number(value: number): string {
  return value >= 100 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3)));
}

export function milliseconds(ms: number): string {
  return number(ms);
}

export function seconds(ms: number): string {
  return number(ms / 1000);
}

export function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(2);
}
