import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dateInWords } from '../../src/letters/dates/words.ts';
import { LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { letterPaper, letterXml } from '../intake/services/papers.ts';
import { CLI, shortLetters, temporaryFolder } from '../support/folders.ts';
import { loggedIn, runBot } from '../support/run-bot.ts';
import { spawnCli } from '../support/run-cli.ts';
import { type Services, startServices } from '../support/services.ts';

let services: Services;
let env: Record<string, string>;

beforeEach(async () => {
  services = await startServices();
  env = { SRU_URL: services.addresses.sru, ODATA_URL: services.addresses.odata, FETCH_RATE: '100' };
});
afterEach(() => services.stop());

test('a bot that follows a dossier takes a new letter in and announces it once, also over a restart', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const text =
    'Ik zal uw Kamer in het najaar informeren over de twaalf nieuwe sleepboten voor de haven van Vlissingen.';
  services.papers = [
    letterPaper(0, { date: today, sru: { xml: letterXml('1', dateInWords(today, 'nl'), text) } }),
    letterPaper(1),
  ];
  const [lettersDir, indexDir, dataDir] = [await shortLetters(), await temporaryFolder(), await temporaryFolder()];
  await spawnCli(['index', '--letters', lettersDir, '--index', indexDir]);
  const discord = await LocalDiscord.start();
  const start = () =>
    runBot(discord, {
      ...env,
      LETTERS_DIR: lettersDir,
      INDEX_DIR: indexDir,
      DATA_DIR: dataDir,
      FOLLOW: '36045',
      FOLLOW_CHANNEL: discord.world.general.id,
    });
  const bot = await start();
  try {
    const { message } = await discord.happenings.until('messageCreated', () => true, { since: 0 });
    expect(textOf(message)).toContain('Kamerstuk 36 045, nr. 1');
    expect(textOf(message)).toContain('twaalf nieuwe sleepboten');
    expect((await readdir(lettersDir)).filter((name) => name.endsWith('.txt'))).toEqual([
      'kst-36045-1.txt',
      'munitie.txt',
    ]);
    await expect.poll(async () => readFile(path.join(dataDir, 'follow.json'), 'utf8')).toContain('kst-36045-1.txt');
    bot.child.kill('SIGKILL');
    await bot.exited;
    const asked = services.asked.length;
    const again = await start();
    await loggedIn(again);
    again.child.kill('SIGTERM');
    expect(await again.exited).toBe(0);
    expect(services.asked).toHaveLength(asked);
    const posted = discord.requests.filter(({ method, path: at }) => method === 'POST' && at.endsWith('/messages'));
    expect(posted).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  } finally {
    bot.child.kill('SIGKILL');
    await discord.stop();
  }
});

test('a fetch that is killed goes on where it was', async () => {
  services.papers = [0, 1, 2, 3].map((at) => letterPaper(at));
  const letters = await temporaryFolder();
  const args = ['fetch', '--dossier', '36045', '--letters', letters];
  const child = spawn(process.execPath, [CLI, ...args], { env: { ...env, FETCH_RATE: '2' }, stdio: 'ignore' });
  await expect.poll(async () => (await readdir(letters)).includes('fetched.json')).toBe(true);
  child.kill('SIGKILL');
  await once(child, 'exit');
  const done = (await readdir(letters)).filter((name) => name.endsWith('.txt')).length;
  expect(done).toBeLessThan(4);
  services.asked.length = 0;
  const { code } = await spawnCli(args, { env });
  expect(code).toBe(0);
  expect((await readdir(letters)).filter((name) => name.endsWith('.txt'))).toHaveLength(4);
  const files = services.asked.filter((one) => one.includes('/frbr/')).length;
  expect(files).toBeLessThan(4);
  expect(files).toBeGreaterThanOrEqual(4 - done);
});
