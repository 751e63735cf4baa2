import { GatewayIntentBits } from 'discord.js';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answers/schema.ts';
import type { Library } from '../../src/answers/types.ts';
import { startBot } from '../../src/discord/bot.ts';
import { DiscordProblem } from '../../src/discord/connection/disconnects.ts';
import { type Clock, systemClock } from '../../src/discord/ports.ts';
import { isEphemeral, isThinking, type LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { closeStage, openStage, type Stage, type StageOptions, UNTHROTTLED } from '../support/bot-stage.ts';
import { recordingLog } from '../support/recording-log.ts';
import { scriptedLibrary } from '../support/scripted-library.ts';

const en = texts('en');
const QUESTION = 'Wat schrijft de minister over Afghanistan en terroristische organisaties?';
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let open: Stage[] = [];
afterEach(async () => {
  await Promise.all(open.map(closeStage));
  open = [];
});

async function stageWith(options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage(options);
  open.push(stage);
  return stage;
}

/** A library whose answers wait until they are let go. */
async function heldLibrary(): Promise<Library & { letGo(): void }> {
  const library = await scriptedLibrary();
  let letGo = (): void => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const ask = async (...asked: Parameters<Library['ask']>): Promise<Answer> => {
    await gate;
    return library.ask(...asked);
  };
  return { ...library, ask, letGo };
}

describe('a slow answer', () => {
  test('is acknowledged at once, long before it is there', async () => {
    const library = await heldLibrary();
    const { discord } = await stageWith({ library: async () => library });
    const { people, waitFor } = discord;
    const interaction = people.slash('ask', { question: QUESTION });
    expect(await waitFor.acknowledgement(interaction)).toBe(5);
    await sleep(100);
    expect(interaction.state).toBe('thinking');
    library.letGo();
    expect(textOf(await waitFor.answer(interaction))).toMatch(/^> /m);
  });

  test('to a mention shows that the bot is typing', async () => {
    const library = await heldLibrary();
    const { discord } = await stageWith({ library: async () => library });
    const { people, waitFor, happenings, world } = discord;
    const asked = people.write(`<@${world.bot.id}> ${QUESTION}`);
    await happenings.until('typing', () => true);
    library.letGo();
    expect(textOf(await waitFor.reply(asked))).toMatch(/^> /m);
  });
});

describe('stopping', () => {
  test('finishes what is under way and takes nothing new', async () => {
    const library = await heldLibrary();
    const { bot, discord } = await stageWith({ library: async () => library });
    const { people, waitFor } = discord;
    const underWay = people.slash('ask', { question: QUESTION });
    await waitFor.acknowledgement(underWay);
    const stopped = bot.stop();
    const refused = await waitFor.answer(people.slash('ask', { question: QUESTION }));
    const [told, ...typed] = textOf(refused).split('\n');
    expect([told, isEphemeral(refused)]).toEqual([en.problem.stopping, true]);
    expect(typed).toContain(QUESTION);
    expect(await waitFor.choices(people.type('ask', 'letter', 'okt', { question: 'x' }))).toEqual([]);
    library.letGo();
    expect(textOf(await waitFor.answer(underWay))).toMatch(/^> /m);
    await stopped;
    expect(await bot.done).toBe(0);
  });

  test('does not wait for ever', async () => {
    const library = await heldLibrary();
    // Six seconds are 300 ms here.
    const clock = { ...systemClock, sleep: (ms: number, signal?: AbortSignal) => systemClock.sleep(ms / 20, signal) };
    const { bot, discord } = await stageWith({ library: async () => library, bot: { clock } });
    await discord.waitFor.acknowledgement(discord.people.slash('ask', { question: QUESTION }));
    await Promise.all([bot.stop(), bot.stop()]);
    expect(await bot.done).toBe(0);
  });

  test('by a signal', async () => {
    const stopping = new AbortController();
    const { bot } = await stageWith({ bot: { signal: stopping.signal } });
    stopping.abort();
    expect(await bot.done).toBe(0);
  });
});

describe('when Discord closes the connection for good', () => {
  test.each([
    [4004, 'Discord refuses the token'],
    [4013, 'Discord does not know the intents'],
    [4014, 'Privileged Gateway Intents'],
  ])('%i: exit code 1, and the sentence in the log', async (code, sentence) => {
    const { bot, discord, logged } = await stageWith();
    discord.gateway.close(code);
    expect(await bot.done).toBe(1);
    expect(logged.join('')).toContain(sentence);
  });
});

describe('logging in fails with a sentence', () => {
  async function starting(settings: Partial<LocalDiscord['settings']>, intents?: number): Promise<unknown> {
    const { discord, config, source, intake } = await stageWith();
    Object.assign(discord.settings, settings);
    const clientOptions = { ...UNTHROTTLED, ...(intents !== undefined && { intents }) };
    return startBot({ config, source, intake, commands: [], log: recordingLog(), clientOptions }).catch(
      (error) => error,
    );
  }

  test.each([
    ['a wrong token', { token: 'MTIzNDU2.other.token' }, undefined, 'Discord refuses the token'],
    ['too many sessions today', { sessionsLeft: 0 }, undefined, 'logged in too often today'],
    ['an intent that is not switched on', {}, GatewayIntentBits.MessageContent, 'Privileged Gateway Intents'],
  ])('%s', async (_, settings, intents, sentence) => {
    const error = await starting(settings, intents);
    expect(error).toBeInstanceOf(DiscordProblem);
    expect(String(error)).toContain(sentence);
  });
});

describe('the index', () => {
  test('is swapped while questions run: each is answered from the one it began with', async () => {
    const old = await heldLibrary();
    const { discord, source } = await stageWith({ library: async () => old, env: { INDEX_POLL_SECONDS: '1' } });
    const { people, waitFor } = discord;
    const before = people.slash('ask', { question: QUESTION });
    await waitFor.acknowledgement(before);
    const letter =
      'Den Haag, 3 mei 2024\n\nEen brief over zeppelins.\n\nDe minister koopt honderd zeppelins met propellers.\n';
    source.next = await scriptedLibrary({ 'nieuw.txt': letter }, 'scripted-2');
    await expect.poll(() => source.current().about.version).toBe('scripted-2');
    const after = await waitFor.answer(people.slash('ask', { question: 'Hoeveel zeppelins met propellers?' }));
    expect(textOf(after)).toContain('honderd zeppelins');
    old.letGo();
    expect(textOf(await waitFor.answer(before))).toMatch(/^> /m);
    expect(discord.violations).toEqual([]);
  });
});

/** A clock that stands still: however slow the machine is, nobody's minute passes. */
const STANDING: Clock = { ...systemClock, now: () => 1_700_000_000_000, elapsed: () => 0 };

describe('limits of use', () => {
  test('a hasty user is told how many seconds to wait, privately; others go on', async () => {
    const { discord, bot } = await stageWith({ env: { USER_RATE_LIMIT: '2' }, bot: { clock: STANDING } });
    const { people, waitFor, world } = discord;
    const ask = (user = world.ada) => waitFor.answer(people.slash('ask', { question: QUESTION }, { user }));
    await ask();
    await ask();
    const refused = await ask();
    expect(textOf(refused)).toMatch(/^Not so fast: you can ask again in 30 seconds\.$/m);
    expect(isEphemeral(refused)).toBe(true);
    expect(isThinking(refused)).toBe(false);
    expect(textOf(await ask(world.bram))).toMatch(/^> /m);
    expect(bot.stats.of('limited')).toBe(1);
    expect(bot.stats.of('errors')).toBe(0);
  });

  test('a server has a limit too; autocomplete and direct messages are free of it', async () => {
    const { discord } = await stageWith({ env: { GUILD_RATE_LIMIT: '1' }, bot: { clock: STANDING } });
    const { people, waitFor, world } = discord;
    await waitFor.answer(people.slash('help', {}));
    const refused = await waitFor.answer(people.slash('help', {}, { user: world.bram }));
    expect(textOf(refused)).toMatch(/^Deze server stelt nu erg veel vragen: over \d+ seconden kan het weer\.$/);
    expect(await waitFor.choices(people.type('ask', 'letter', '', { question: 'x' }))).toHaveLength(5);
    const channel = world.dm(world.bram);
    expect(textOf(await waitFor.answer(people.slash('help', {}, { user: world.bram, channel })))).toContain(
      'Bijvoorbeeld',
    );
  });

  test('a flood of mentions gets one word of it', async () => {
    const { discord } = await stageWith({ env: { USER_RATE_LIMIT: '1' }, bot: { clock: STANDING } });
    const { people, waitFor, world, board } = discord;
    await waitFor.reply(people.write(`<@${world.bot.id}> ${QUESTION}`));
    const second = people.write(`<@${world.bot.id}> ${QUESTION}`);
    expect(textOf(await waitFor.reply(second))).toContain('Even rustig aan');
    for (let i = 0; i < 5; i++) people.write(`<@${world.bot.id}> ${QUESTION}`);
    await sleep(200);
    expect(board.seenBy(null, world.general.id).filter(({ author }) => author.id === world.bot.id)).toHaveLength(2);
  });
});
