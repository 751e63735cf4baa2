import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { LocalDiscord } from '../../src/local-discord/index.ts';
import { SEEDS } from '../support/folders.ts';
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

test('register writes the commands and says what changed', async () => {
  const first = await runCli(['register'], { env: environment() });
  expect(first.code).toBe(0);
  expect(first.stdout).toMatch(/^added: ask, quote/);
  expect(first.stderr).toContain('oauth2/authorize');
  const second = await runCli(['register'], { env: environment() });
  expect(second.stdout).toMatch(/^same: ask, quote/);
  expect(discord.violations).toEqual([]);
});

test('doctor --full finds everything in order, asks Discord about the token, and keeps to the width', async () => {
  const { code, stdout } = await runCli(['doctor', '--full'], { env: { ...environment(), COLUMNS: '60' } });
  expect(stdout).toContain('✓ Index: 5 letters');
  expect(stdout.replace(/\s+/g, ' ')).toContain('✓ Discord: the token works');
  for (const line of stdout.split('\n').filter((line) => line.includes(' '))) {
    const words = line.trim().split(' ');
    if (words.length > 2) expect(line.length, line).toBeLessThanOrEqual(60);
  }
  expect(code).toBe(0);
});
