import { expect, test } from 'vitest';
import { createTurns } from '../../src/discord/library/turns.ts';

/** Of somebody who waits to the end. */
const staying = () => new AbortController().signal;
const tick = () => new Promise((resolve) => setImmediate(resolve));

test('so much at once, the rest in order, and the event loop gets a turn between', async () => {
  const turns = createTurns(2);
  const begun: number[] = [];
  let running = 0;
  let most = 0;
  let ticks = 0;
  let counting = true;
  const count = () => {
    ticks++;
    if (counting) setImmediate(count);
  };
  setImmediate(count);
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, number) =>
      turns.run(async () => {
        begun.push(number);
        running++;
        most = Math.max(most, running);
        await Promise.resolve();
        running--;
        return number;
      }, staying()),
    ),
  );
  counting = false;
  expect(results).toEqual(begun);
  expect(most).toBe(2);
  expect(ticks).toBeGreaterThanOrEqual(8);
});

test('work that fails makes room as well', async () => {
  const turns = createTurns(1);
  const failing = turns.run(() => Promise.reject(new Error('no')), staying());
  const next = turns.run(async () => 'yes', staying());
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  await tick();
  expect(await turns.run(async () => 'again', staying())).toBe('again');
});

test('whoever leaves before their turn is not begun, and holds nobody up', async () => {
  const turns = createTurns(1);
  const leaving = new AbortController();
  let finish = () => {};
  const first = turns.run(() => new Promise<void>((resolve) => (finish = resolve)), staying());
  let begun = false;
  const second = turns.run(async () => (begun = true), leaving.signal);
  const third = turns.run(async () => 'third', staying());
  leaving.abort();
  await expect(second).rejects.toMatchObject({ name: 'AbortError' });
  finish();
  await first;
  expect(await third).toBe('third');
  expect(begun).toBe(false);
  await expect(turns.run(async () => 'late', leaving.signal)).rejects.toMatchObject({ name: 'AbortError' });
});
