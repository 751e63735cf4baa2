import { expect, inject, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { LocalDiscord } from '../../src/local-discord/index.ts';
import { loggedIn, runBot } from '../support/run-bot.ts';
import { growth, residentMb } from '../support/storm/memory.ts';
import { storm } from '../support/storm/storm.ts';

const ROUNDS = 125;
const AT_ONCE = 40;
/** Of resident memory, after warming up. */
const ALLOWED_GROWTH = 1.1;

/** The bot as its users start it, with the real encoder and letters. */
async function stormOver(rounds: number, env: Readonly<Record<string, string>> = {}) {
  const discord = await LocalDiscord.start();
  discord.settings.answerWithinMs = PATIENCE_MS;
  await registerCommands({ token: discord.settings.token, commands, api: discord.api });
  const limits = { USER_RATE_LIMIT: '1000', GUILD_RATE_LIMIT: '10000' };
  const bot = await runBot(discord, { INDEX_DIR: inject('indexDir'), ...limits, ...env });
  try {
    await loggedIn(bot);
    const stop = () => {
      bot.child.kill('SIGTERM');
      return bot.exited;
    };
    const memory = () => residentMb(bot.child.pid);
    const report = await storm(discord, { rounds, atOnce: AT_ONCE, withinMs: PATIENCE_MS, memory, stop });
    return { ...report, code: await bot.exited, violations: discord.violations };
  } finally {
    bot.child.kill('SIGKILL');
    await discord.stop();
  }
}

test(`${ROUNDS * AT_ONCE} interactions while Discord fails in every way: each answered once, memory stays flat`, async ({
  annotate,
}) => {
  const { problems, asked, faults, code, violations, memory } = await stormOver(ROUNDS);
  await annotate(`${asked} asked, ${faults} faults, resident MB: ${memory.map(Math.round)}, grew ${growth(memory)}`);
  expect(problems).toEqual([]);
  expect(violations).toEqual([]);
  expect(code).toBe(0);
  expect(asked).toBe(ROUNDS * AT_ONCE);
  expect(faults).toBeGreaterThan(500);
  expect(growth(memory)).toBeLessThan(ALLOWED_GROWTH);
});
