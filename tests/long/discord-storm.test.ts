import { once } from 'node:events';
import { expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { buildIndex } from '../../src/indexing/build.ts';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { LocalDiscord } from '../../src/local-discord/index.ts';
import { SEEDS, temporaryFolder } from '../support/folders.ts';
import type { FlawName } from '../support/soak/flaws.ts';
import { liveMb, startBot } from '../support/soak/soak.ts';
import { growth } from '../support/storm/memory.ts';
import { storm } from '../support/storm/storm.ts';
import { wordEncoder } from '../support/word-encoder.ts';

const ROUNDS = 125;
const AT_ONCE = 40;
/** Of the memory that the bot holds on to, after warming up. What is resident follows the collector's moods. */
const ALLOWED_GROWTH = 1.1;

/** The bot in a process of its own, with an encoder in another; words instead of a model, which is not what is tried. */
async function stormOver(rounds: number, flaw: FlawName = 'none') {
  const indexDir = await temporaryFolder();
  await buildIndex({ lettersDir: SEEDS, indexDir, encoder: wordEncoder() });
  const discord = await LocalDiscord.start();
  discord.settings.answerWithinMs = PATIENCE_MS;
  await registerCommands({ token: discord.settings.token, commands, api: discord.api });
  const bot = await startBot(discord, { LETTERS_DIR: SEEDS, INDEX_DIR: indexDir }, { encoder: 'words', flaw });
  const exited = once(bot, 'exit');
  try {
    const stop = () => {
      bot.disconnect();
      return exited;
    };
    const memory = () => liveMb(bot);
    const report = await storm(discord, { rounds, atOnce: AT_ONCE, withinMs: PATIENCE_MS, memory, stop });
    const [code] = await exited;
    return { ...report, code, violations: discord.violations };
  } finally {
    bot.kill('SIGKILL');
    await discord.stop();
  }
}

test(`${ROUNDS * AT_ONCE} interactions while Discord fails in every way: each answered once, memory stays flat`, async ({
  annotate,
}) => {
  const { problems, asked, faults, code, violations, memory } = await stormOver(ROUNDS);
  await annotate(`${asked} asked, ${faults} faults, MB held: ${memory.map(Math.round)}, grew ${growth(memory)}`);
  expect(problems).toEqual([]);
  expect(violations).toEqual([]);
  expect(code).toBe(0);
  expect(asked).toBe(ROUNDS * AT_ONCE);
  expect(faults).toBeGreaterThan(500);
  expect(growth(memory)).toBeLessThan(ALLOWED_GROWTH);
});

test('A bot that keeps something of each answer is noticed', async () => {
  const { memory } = await stormOver(60, 'leaks');
  expect(growth(memory)).toBeGreaterThan(ALLOWED_GROWTH);
});
