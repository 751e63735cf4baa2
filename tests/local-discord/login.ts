import { Events } from 'discord.js';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { LocalDiscord, type Options } from '../../src/local-discord/index.ts';
import { commands, smallBot } from './small-bot.ts';

/** A local Discord with the small bot logged in and its commands registered; each test must leave no violation. */
export interface Stage {
  discord: LocalDiscord;
  bot: ReturnType<typeof smallBot>;
}

export function stage(options: Options = {}): Stage {
  const stage: Partial<Stage> = {};
  let judged = 0;
  beforeAll(async () => {
    stage.discord = await LocalDiscord.start(options);
    stage.discord.settings.answerWithinMs = PATIENCE_MS;
    stage.bot = await loggedIn(stage.discord);
    await stage.bot.client.application?.commands.set(commands);
  });
  afterEach(() => {
    stage.discord?.faults.clear();
    const verdicts = stage.discord?.verdicts.slice(judged) ?? [];
    judged += verdicts.length;
    expect(verdicts.filter((it) => it.problems.length > 0)).toEqual([]);
  });
  afterAll(async () => {
    await stage.bot?.client.destroy();
    await stage.discord?.stop();
  });
  return {
    get discord() {
      if (!stage.discord) throw new Error('not started');
      return stage.discord;
    },
    get bot() {
      if (!stage.bot) throw new Error('not logged in');
      return stage.bot;
    },
  };
}

/** @param shard the number of a part of the guilds that the bot serves, and of how many */
export async function loggedIn(
  discord: LocalDiscord,
  [shard, count]: readonly [number, number] = [0, 1],
): Promise<ReturnType<typeof smallBot>> {
  const bot = smallBot(discord.api);
  Object.assign(bot.client.options, { shards: [shard], shardCount: count });
  const ready = new Promise((resolve) => bot.client.once(Events.ClientReady, resolve));
  await bot.client.login(discord.settings.token);
  await ready;
  return bot;
}

/** The bot's next error, which is then forgotten. */
export async function nextError(bot: Stage['bot']): Promise<unknown> {
  await expect.poll(() => bot.errors.length, { interval: 5 }).toBeGreaterThan(0);
  return bot.errors.shift();
}
