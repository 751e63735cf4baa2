import { expect, test } from 'vitest';
import { createTurns } from '../../src/discord/library/turns.ts';

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
      }),
    ),
  );
  counting = false;
  expect(results).toEqual(begun);
  expect(most).toBe(2);
  expect(ticks).toBeGreaterThanOrEqual(8);
});

test('work that fails makes room as well', async () => {
  const turns = createTurns(1);
  const failing = turns.run(() => Promise.reject(new Error('no')));
  const next = turns.run(async () => 'yes');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('yes');
  await tick();
  expect(await turns.run(async () => 'again')).toBe('again');
});
