import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { customIdOf, LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { temporaryFolder } from '../support/folders.ts';
import { loggedIn, type RunningBot, runBot } from '../support/run-bot.ts';

let discord: LocalDiscord;
let bots: RunningBot[] = [];

beforeEach(async () => {
  discord = await LocalDiscord.start();
  discord.settings.answerWithinMs = PATIENCE_MS;
  await registerCommands({ token: discord.settings.token, commands, api: discord.api });
});
afterEach(async () => {
  for (const { child } of bots) child.kill('SIGKILL');
  bots = [];
  await discord.stop();
});

/** The bot with the index of the real letters. */
async function started(env: Readonly<Record<string, string>> = {}): Promise<RunningBot> {
  const bot = await runBot(discord, { INDEX_DIR: inject('indexDir'), ...env });
  bots.push(bot);
  return bot;
}

const QUESTION = 'Wat is het nut van het SACEUR-plan voor de verdediging van Europa?';

describe('briefwijzer start', () => {
  test('answers from the real letters, stops when it is told to after what is under way, and its buttons outlive it', async () => {
    const { people, waitFor, world, faults, happenings } = discord;
    const first = await started();
    await loggedIn(first);
    expect(first.output()).toContain('https://discord.com/oauth2/authorize?client_id=');
    const answer = await waitFor.answer(people.slash('ask', { question: QUESTION }, { user: world.bram }));
    expect(textOf(answer)).toMatch(/^> .*\*\*.*\*\*/m);

    // The same letters for a reader of English: Dutch quotes, English labels.
    const english = await waitFor.answer(
      people.slash('ask', { question: 'Until when does operation Allied Solace run?' }),
    );
    expect(textOf(english)).toMatch(/^> .*28 februari 2022/m);
    expect(customIdOf(english, 'Context')).toContain('a=context');

    // Asked just before it is told to stop: still answered.
    const last = people.slash('ask', { question: 'Wat is besproken over Afghanistan?' }, { user: world.bram });
    await waitFor.acknowledgement(last);
    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    expect(textOf(await waitFor.answer(last))).toMatch(/^> /m);

    const second = await started();
    await loggedIn(second);
    const next = people.press(answer, customIdOf(answer, 'Meer'), { user: world.bram });
    expect(textOf(await waitFor.answer(next)).split('\n')[0]).toBe(`### ${QUESTION}`);
    // Also while Discord makes an answer wait for ten minutes.
    faults.rateLimit('PATCH /messages/@original', 600);
    const from = happenings.mark();
    people.slash('ask', { question: QUESTION });
    await happenings.until('request', ({ request }) => request.status === 429, { since: from });
    second.child.kill('SIGINT');
    expect(await second.exited).toBe(0);
    expect(second.output()).not.toContain(discord.settings.token);
    expect(discord.violations).toEqual([]);
  });

  test('goes on after a payload that breaks discord.js itself; ends with the sentence when Discord closes with 4014', async () => {
    const { people, waitFor } = discord;
    const bot = await started();
    await loggedIn(bot);
    discord.faults.leaveOut('entitlements');
    people.slash('ask', { question: QUESTION });
    await expect.poll(bot.output).toContain('nothing caught');
    expect(textOf(await waitFor.answer(people.slash('ask', { question: QUESTION })))).toMatch(/^> /m);
    discord.gateway.close(4014);
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain('Privileged Gateway Intents');
  });

  test('with a token that Discord refuses ends with the sentence', async () => {
    const bot = await started({ DISCORD_TOKEN: 'MTIzNDU2.wrong.token' });
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain('Discord refuses the token');
    expect(bot.output()).not.toMatch(/\n\s+at /);
    expect(bot.output()).not.toContain('wrong.token');
  });

  test('without an index ends with the command that builds one', async () => {
    const bot = await started({ INDEX_DIR: await temporaryFolder() });
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toContain('briefwijzer index');
  });

  test('without a token says what to do', async () => {
    const bare = await started({ DISCORD_TOKEN: '' });
    expect(await bare.exited).not.toBe(0);
    expect(bare.output()).toContain('DISCORD_TOKEN');
  });
});
