import { setImmediate } from 'node:timers/promises';

/** How long a list is worked through, in ms, before others get their turn. */
const SLICE = 8;

/** Maps a long list so that nobody waits for all of it: whoever else has work is served every few milliseconds. */
export async function mapInSlices<T, U>(items: Iterable<T>, map: (item: T) => U): Promise<U[]> {
  const mapped: U[] = [];
  let since = performance.now();
  for (const item of items) {
    mapped.push(map(item));
    if (performance.now() - since < SLICE) continue;
    await setImmediate();
    since = performance.now();
  }
  return mapped;
}
