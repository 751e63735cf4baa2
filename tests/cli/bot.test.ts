import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { CLI, SEEDS, temporaryFolder } from '../support/folders.ts';
import { runCli } from '../support/run-cli.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await LocalDiscord.start();
});
afterEach(() => discord.stop());

const environment = () => ({
  DISCORD_TOKEN: discord.settings.token,
  DISCORD_API: discord.api,
  LETTERS_DIR: SEEDS,
  INDEX_DIR: inject('indexDir'),
});

describe('start', () => {
  test('answers, and on SIGTERM finishes and exits with 0 within 8 seconds', async () => {
    await runCli(['register'], { env: environment() });
    const env = { PATH: process.env.PATH ?? '', ...environment(), DATA_DIR: await temporaryFolder() };
    const bot = spawn(process.execPath, [CLI, 'start'], { cwd: tmpdir(), env, stdio: ['ignore', 'ignore', 'pipe'] });
    let log = '';
    bot.stderr.on('data', (chunk) => (log += chunk));
    await expect.poll(() => log, { timeout: 15_000 }).toContain('the bot is ready');

    const asked = discord.people.slash(
      'ask',
      { question: 'Tot wanneer loopt operatie Allied Solace?' },
      { user: discord.world.bram, unchecked: true },
    );
    const answer = await discord.waitFor.answer(asked, 10_000);
    expect(textOf(answer)).toContain('28 februari 2022');
    expect(log).not.toContain('Allied Solace');
    expect(log).not.toContain(discord.settings.token);

    const begun = performance.now();
    bot.kill('SIGTERM');
    const [code] = await once(bot, 'exit');
    expect(code).toBe(0);
    expect(performance.now() - begun).toBeLessThan(8_000);
    expect(discord.violations).toEqual([]);
  });

  test('with a token that Discord refuses exits with 1 and says what to do', async () => {
    const env = { ...environment(), DISCORD_TOKEN: 'aaaaaaaaaaaaaaaaaaaaaaaa.bbbbbb.cccccccccccccccccccccccccccc' };
    const { code, stderr } = await runCli(['start'], { env });
    expect(code).toBe(1);
    expect(stderr).toContain('DISCORD_TOKEN');
  });

  test('without an index exits with 1 and names the command that builds one', async () => {
    const { code, stderr } = await runCli(['start'], { env: { ...environment(), INDEX_DIR: await temporaryFolder() } });
    expect(code).toBe(1);
    expect(stderr).toContain('briefwijzer index');
  });
});

test('register writes the commands and says what changed', async () => {
  const first = await runCli(['register'], { env: environment() });
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^added: ask, quote/);
  expect(first.stderr).toContain('oauth2/authorize');
  const second = await runCli(['register'], { env: environment() });
  expect(second.stdout).toMatch(/^same: ask, quote/);
  expect(discord.violations).toEqual([]);
});

test('doctor --full asks Discord about the token', async () => {
  const { stdout } = await runCli(['doctor', '--full'], { env: environment() });
  expect(stdout).toContain('✓ Discord: the token works');
});
