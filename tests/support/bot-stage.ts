import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Library } from '../../src/answers/types.ts';
import { type Config, readConfig } from '../../src/config/config.ts';
import { type Bot, type BotOptions, startBot } from '../../src/discord/bot.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { createLog } from '../../src/discord/log.ts';
import type { Log } from '../../src/discord/ports.ts';
import { PATIENCE_MS } from '../../src/local-discord/happenings.ts';
import { LocalDiscord, type Options } from '../../src/local-discord/index.ts';
import { temporaryFolder } from './folders.ts';
import { type ScriptedIntake, scriptedIntake } from './scripted-intake.ts';
import { scriptedLibrary, scriptedSource } from './scripted-library.ts';

export interface StageOptions {
  readonly discord?: Options;
  readonly env?: Readonly<Record<string, string>>;
  readonly library?: () => Promise<Library>;
  readonly bot?: Partial<BotOptions>;
}

/** A local Discord with the whole bot logged in and its commands registered. */
export interface Stage {
  readonly discord: LocalDiscord;
  readonly bot: Bot;
  readonly config: Config;
  readonly source: ReturnType<typeof scriptedSource>;
  readonly intake: ScriptedIntake;
  readonly library: Library;
  /** What the bot logged, as JSON lines. */
  readonly logged: string[];
}

/** Opens a stage by hand: whoever opens it closes it. */
export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const discord = await LocalDiscord.start(options.discord);
  discord.settings.answerWithinMs = PATIENCE_MS;
  const library = await (options.library ?? scriptedLibrary)();
  const source = scriptedSource(library);
  const intake = scriptedIntake(source);
  const logged: string[] = [];
  const config = readConfig({
    DISCORD_TOKEN: discord.settings.token,
    DISCORD_API: discord.api,
    DATA_DIR: await temporaryFolder(),
    LOG_LEVEL: 'debug',
    USER_RATE_LIMIT: '1000',
    GUILD_RATE_LIMIT: '10000',
    ...options.env,
  });
  const log: Log = createLog(config, { write: (line) => void logged.push(line) });
  await registerCommands({ token: discord.settings.token, commands, api: discord.api });
  const bot = await startBot({ config, source, intake, commands, log, clientOptions: UNTHROTTLED, ...options.bot });
  return { discord, bot, config, source, intake, library, logged };
}

/** Logging in again at once instead of after discord.js' five seconds. */
export const UNTHROTTLED = { ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) } };

export async function closeStage({ bot, discord }: Stage): Promise<void> {
  await bot.stop();
  await discord.stop();
}

/** One stage for all tests of a file; each test must leave no violation of Discord's rules and no logged error. */
export function useStage(options: StageOptions = {}): Stage {
  let stage: Stage | undefined;
  let judged = 0;
  let read = 0;
  const opened = (): Stage => {
    if (!stage) throw new Error('the stage is not open yet');
    return stage;
  };
  beforeAll(async () => {
    stage = await openStage(options);
  });
  afterEach(() => {
    const { discord, logged } = opened();
    discord.faults.clear();
    const verdicts = discord.verdicts.slice(judged);
    judged += verdicts.length;
    expect(verdicts.filter(({ problems }) => problems.length > 0)).toEqual([]);
    const lines = logged.slice(read);
    read = logged.length;
    expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
  afterAll(async () => {
    if (stage) await closeStage(stage);
  });
  return {
    get discord() {
      return opened().discord;
    },
    get bot() {
      return opened().bot;
    },
    get config() {
      return opened().config;
    },
    get source() {
      return opened().source;
    },
    get intake() {
      return opened().intake;
    },
    get library() {
      return opened().library;
    },
    get logged() {
      return opened().logged;
    },
  };
}
