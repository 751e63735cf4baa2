import { expect, test } from 'vitest';
import type { Bot } from '../../src/discord/bot.ts';
import { runUntilStopped } from '../../src/discord/run-until-stopped.ts';
import { Stats } from '../../src/discord/stats.ts';
import { recordingLog } from '../support/recording-log.ts';

function stoppable(): Bot & { stops: number } {
  let end = (_code: number): void => {};
  const done = new Promise<number>((resolve) => {
    end = resolve;
  });
  return {
    stops: 0,
    async stop() {
      this.stops++;
      end(0);
    },
    done,
    stats: new Stats(0),
    invite: '',
    health: null,
  };
}

/** What the process would do with an error that nothing caught, without this test's own listeners. */
function stray(): void {
  const error = new Error('stray');
  for (const listener of process.listeners('unhandledRejection').slice(-1)) listener(error, Promise.resolve());
}

test('a few errors that nothing caught do not end the bot, without end they do, with a code of failure', async () => {
  const [bot, log] = [stoppable(), recordingLog()];
  let now = 0;
  const code = runUntilStopped(bot, log, { elapsed: () => now });
  for (let i = 0; i < 100; i++) {
    stray();
    now += 10_000;
  }
  expect(bot.stops).toBe(0);
  for (let i = 0; i < 20; i++) stray();
  expect(bot.stops).toBe(1);
  expect(await code).toBe(1);
  expect(log.lines.at(-1)?.message).toBe('an error that nothing caught; the bot has had too many and ends');
});
