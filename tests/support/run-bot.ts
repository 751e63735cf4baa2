import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect } from 'vitest';
import type { LocalDiscord } from '../../src/local-discord/index.ts';
import { CLI, SEEDS, temporaryFolder } from './folders.ts';

/** The bot in a process of its own, as its users start it. */
export interface RunningBot {
  readonly child: ChildProcess;
  /** Resolves to the exit code. */
  readonly exited: Promise<number | null>;
  /** Everything it printed so far. */
  output(): string;
}

/** Runs `briefwijzer start` against a local Discord, with what a person would have in `.env`. */
export async function runBot(discord: LocalDiscord, env: Readonly<Record<string, string>>): Promise<RunningBot> {
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: discord.settings.token,
      DISCORD_API: discord.api,
      LETTERS_DIR: SEEDS,
      DATA_DIR: await temporaryFolder(),
      ...env,
    },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  const exited = once(child, 'exit').then(([code]): number | null => code);
  return { child, exited, output: () => output };
}

/** Waits until a started bot has logged in; throws when it ends instead. */
export async function loggedIn(bot: RunningBot): Promise<void> {
  const ended = bot.exited.then((code) => {
    throw new Error(`the bot ended with ${code}: ${bot.output()}`);
  });
  await Promise.race([expect.poll(bot.output).toContain('the bot is ready'), ended]);
}
