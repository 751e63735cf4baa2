import { describe, expect, test } from 'vitest';
import { keptResults } from '../../src/discord/library/kept-results.ts';

/** Work that a test finishes by hand; it counts how often it was begun, and keeps the signals it got. */
function work() {
  const signals: AbortSignal[] = [];
  let finish = (_value: string): void => {};
  let fail = (_error: Error): void => {};
  return {
    signals,
    make(signal: AbortSignal) {
      signals.push(signal);
      return new Promise<string>((resolve, reject) => {
        [finish, fail] = [resolve, reject];
      });
    },
    finish: (value: string) => finish(value),
    fail: (error: Error) => fail(error),
  };
}

const staying = new AbortController().signal;

describe('results', () => {
  test('are made once, also for several who ask meanwhile, and kept', async () => {
    const results = keptResults<string>(2);
    const { make, finish, signals } = work();
    const both = [results.get('a', make, staying), results.get('a', make, staying)];
    finish('made');
    expect(await Promise.all(both)).toEqual(['made', 'made']);
    expect(await results.get('a', make, staying)).toBe('made');
    expect(signals).toHaveLength(1);
  });

  test('are bounded: the one least recently used is made anew', async () => {
    const results = keptResults<string>(2);
    const made: string[] = [];
    const get = (key: string) =>
      results.get(
        key,
        async () => {
          made.push(key);
          return key;
        },
        staying,
      );
    for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await get(key);
    expect(made).toEqual(['a', 'b', 'c', 'b']);
  });

  test('that failed are not kept', async () => {
    const results = keptResults<string>(2);
    const first = work();
    const failing = results.get('a', first.make, staying);
    first.fail(new Error('no'));
    await expect(failing).rejects.toThrow('no');
    const second = work();
    const asked = results.get('a', second.make, staying);
    second.finish('yes');
    expect(await asked).toBe('yes');
  });

  test('are made for whoever still waits, and stop when the last one leaves', async () => {
    const results = keptResults<string>(2);
    const { make, signals } = work();
    const [one, other] = [new AbortController(), new AbortController()];
    const asked = [results.get('a', make, one.signal), results.get('a', make, other.signal)];
    one.abort();
    await expect(asked[0]).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals[0]?.aborted).toBe(false);
    other.abort();
    await expect(asked[1]).rejects.toMatchObject({ name: 'AbortError' });
    expect(signals[0]?.aborted).toBe(true);
    // Whoever asks then gets work of their own.
    const again = work();
    const next = results.get('a', again.make, staying);
    again.finish('made');
    expect(await next).toBe('made');
  });
});
