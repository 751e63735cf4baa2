import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Library } from '../../src/answers/types.ts';
import { readConfig } from '../../src/config/config.ts';
import { type Bot, startBot } from '../../src/discord/bot.ts';
import type { Followed, Follower, FollowTask } from '../../src/discord/follow/port.ts';
import { buttonsOf, LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { UNTHROTTLED } from '../support/bot-stage.ts';
import { temporaryFolder } from '../support/folders.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { recordingLog } from '../support/recording-log.ts';
import { scriptedIntake } from '../support/scripted-intake.ts';
import { scriptedLibrary, scriptedSource } from '../support/scripted-library.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const PROMISE = `Nr. 12 BRIEF VAN DE MINISTER VAN DEFENSIE

Den Haag, 3 mei 2023

Munitie

De ministers besloten tot een gezamenlijke aankoop van munitie. Ik zal uw Kamer voor 1 juli 2023 informeren over de kosten van de aankoop van munitie voor Nederland.

De minister van Defensie,
K. de Boer
`;
const KEPT = `Den Haag, 20 juni 2023

Betreft: Kosten van de aankoop van munitie

Zoals toegezegd in mijn brief van 3 mei 2023 informeer ik uw Kamer hierbij over de kosten van de aankoop van munitie voor Nederland.

Vervolg

Ik zal uw Kamer in het najaar van 2023 informeren over de opslag van munitie in Vlissingen.

De minister van Defensie,
K. de Boer
`;

const NEWEST = KEPT.replace('20 juni', '21 juni').replace('Vlissingen', 'Den Helder');

let discord: LocalDiscord;
let clock: ManualClock;
let dataDir: string;
let log: ReturnType<typeof recordingLog>;
let source: ReturnType<typeof scriptedSource>;
let bot: Bot | undefined;
/** What looking finds, and what it was asked. */
let found: Followed | Error;
let asked: FollowTask[];
let withLetter: Library;

const follower: Follower = {
  async follow(task) {
    asked.push(task);
    if (found instanceof Error) throw found;
    source.next = withLetter;
    return found;
  },
};

async function start(env: Readonly<Record<string, string>> = {}): Promise<void> {
  const config = readConfig({
    DISCORD_TOKEN: discord.settings.token,
    DISCORD_API: discord.api,
    DATA_DIR: dataDir,
    FOLLOW: '28676, 21501-28',
    FOLLOW_CHANNEL: discord.world.general.id,
    ...env,
  });
  const intake = scriptedIntake(source);
  bot = await startBot({ config, source, intake, follower, commands: [], log, clock, clientOptions: UNTHROTTLED });
  await clock.pass(0);
}

const stateOf = async () => JSON.parse(await readFile(path.join(dataDir, 'follow.json'), 'utf8'));
const announcements = () =>
  discord.requests.filter(({ method, path: at }) => method === 'POST' && /\/channels\/\d+\/messages$/.test(at));
const looked = (times: number) =>
  expect
    .poll(() => log.lines.filter(({ message }) => /^look(?:ed|ing) for new letters/.test(message)).length)
    .toBe(times);
const kept = (file: string) => expect.poll(async () => (await stateOf()).announced).toContain(file);
/** Until a look is done, and so noted. */
const hasLooked = () => expect.poll(async () => (await stateOf()).lookedAt).not.toBeNull();

beforeEach(async () => {
  discord = await LocalDiscord.start();
  clock = manualClock(Date.parse('2023-06-21T08:00:00Z'));
  dataDir = await temporaryFolder();
  log = recordingLog();
  source = scriptedSource(await scriptedLibrary({ 'oud.txt': PROMISE }));
  withLetter = await scriptedLibrary({ 'oud.txt': PROMISE, 'nieuw.txt': KEPT }, 'scripted-2');
  found = { letters: [{ dossier: '28 676', file: 'nieuw.txt', added: '2023-06-21T08:00:01.000Z' }], problems: [] };
  asked = [];
});
afterEach(async () => {
  await bot?.stop();
  expect(discord.violations).toEqual([]);
  await discord.stop();
});

describe('A bot that follows dossiers', () => {
  test('asks for their letters of the last fourteen days, and announces each with what it holds, promises and fulfils', async () => {
    await start();
    const { message } = await discord.happenings.until('messageCreated', () => true, { since: 0 });
    expect(asked).toEqual([
      {
        dossiers: [
          { dossier: '28 676', since: '2023-06-07' },
          { dossier: '21 501-28', since: '2023-06-07' },
        ],
        services: { sru: 'https://repository.overheid.nl/sru', odata: expect.stringContaining('gegevensmagazijn') },
        rate: 1,
      },
    ]);
    expect(source.current()).toBe(withLetter);
    expect(message.channel_id).toBe(discord.world.general.id);
    const said = textOf(message);
    expect(said).toMatch(/^### Nieuwe brief: /);
    expect(said).toContain('20 juni 2023');
    expect(said).toContain('**Waarover**\n- Vervolg');
    expect(said).toMatch(/\*\*Toegezegd\*\*\n> .*opslag van munitie in Vlissingen/);
    expect(said).toContain('in het najaar van 2023');
    expect(said).toMatch(/\*\*Komt waarschijnlijk na\*\*\n> .*informeren over de kosten van de aankoop/);
    expect(buttonsOf(message).map(({ label }) => label)).toEqual(['Opbouw']);
    await kept('nieuw.txt');
  });

  test('speaks the language that the bot was given', async () => {
    await start({ DEFAULT_LANGUAGE: 'en' });
    const { message } = await discord.happenings.until('messageCreated', () => true, { since: 0 });
    expect(textOf(message)).toMatch(/^### New letter: /);
    await kept('nieuw.txt');
  });

  test('looks again after a day, also over a restart, and announces nothing twice', async () => {
    await start();
    await hasLooked();
    await bot?.stop();
    await clock.pass(HOUR);
    await start();
    await clock.pass(DAY - HOUR - 1);
    expect(asked).toHaveLength(1);
    await clock.pass(1);
    await looked(2);
    await expect.poll(async () => (await stateOf()).lookedAt).toBe('2023-06-22T08:00:00.000Z');
    expect(announcements()).toHaveLength(1);
  });

  test('that was killed between posting and noting it finds its announcement in the channel', async () => {
    await start();
    await hasLooked();
    await bot?.stop();
    await writeFile(
      path.join(dataDir, 'follow.json'),
      JSON.stringify({ ...(await stateOf()), lookedAt: null, announced: [] }),
    );
    await start();
    expect(asked).toHaveLength(1);
    await clock.pass(HOUR);
    await kept('nieuw.txt');
    expect(asked).toHaveLength(2);
    expect(announcements()).toHaveLength(1);
  });

  test('posts once where Discord’s answer is lost', async () => {
    discord.faults.lose(`POST /channels/${discord.world.general.id}/messages`);
    await start();
    await expect.poll(() => clock.asleep).toContain(250);
    await clock.pass(250);
    await kept('nieuw.txt');
    expect(announcements()).toHaveLength(1);
  });

  test('goes on with the next letter where Discord refuses the announcement of one', async () => {
    withLetter = await scriptedLibrary({ 'oud.txt': PROMISE, 'nieuw.txt': KEPT, 'nieuwer.txt': NEWEST }, 'scripted-2');
    const added = '2023-06-21T08:00:01.000Z';
    found = { letters: ['nieuw.txt', 'nieuwer.txt'].map((file) => ({ dossier: '28 676', file, added })), problems: [] };
    discord.faults.refuse(`POST /channels/${discord.world.general.id}/messages`);
    await start();
    const { message } = await discord.happenings.until('messageCreated', () => true, { since: 0 });
    expect(textOf(message)).toContain('21 juni 2023');
    await hasLooked();
    expect((await stateOf()).announced).toEqual(['nieuw.txt', 'nieuwer.txt']);
    expect(log.lines.filter(({ level }) => level === 'error')).toMatchObject([{ data: { file: 'nieuw.txt' } }]);
  });

  test('looks again in an hour for a letter that is not in the index yet', async () => {
    const added = '2023-06-21T08:00:01.000Z';
    found = { letters: ['nieuw.txt', 'later.txt'].map((file) => ({ dossier: '28 676', file, added })), problems: [] };
    await start();
    await kept('nieuw.txt');
    await expect.poll(() => clock.asleep).toContain(HOUR);
    expect(await stateOf()).toMatchObject({ lookedAt: null });
    withLetter = await scriptedLibrary({ 'oud.txt': PROMISE, 'nieuw.txt': KEPT, 'later.txt': NEWEST }, 'scripted-3');
    await clock.pass(HOUR);
    await hasLooked();
    expect(announcements()).toHaveLength(2);
  });

  test('does not wait for a letter that is not in the index after a day', async () => {
    found = { letters: [{ dossier: '28 676', file: 'kapot.txt', added: '2023-06-21T08:00:00.000Z' }], problems: [] };
    await start();
    await looked(2);
    expect(clock.asleep).toContain(HOUR);
    await clock.pass(DAY);
    await hasLooked();
    expect(announcements()).toEqual([]);
  });

  test('does not announce what was taken in before it followed', async () => {
    found = {
      letters: [{ dossier: '28 676', file: 'nieuw.txt', added: '2023-06-20T08:00:00.000Z' }],
      problems: ['kst-28676-9 holds no text.'],
    };
    await start();
    await hasLooked();
    expect(announcements()).toEqual([]);
    expect(log.lines.find(({ message }) => message.startsWith('looked'))?.data).toEqual({
      letters: 0,
      problems: ['kst-28676-9 holds no text.'],
    });
  });

  test('without a channel takes letters in and says nothing', async () => {
    await start({ FOLLOW_CHANNEL: '' });
    await kept('nieuw.txt');
    expect(source.current()).toBe(withLetter);
    expect(announcements()).toEqual([]);
  });

  test('tries again in an hour what failed: looking, or announcing where it may not', async () => {
    found = new Error('the disk is full');
    await start({ FOLLOW_CHANNEL: '100000000000000001' });
    await looked(1);
    expect(clock.asleep).toContain(HOUR);
    found = { letters: [{ dossier: '28 676', file: 'nieuw.txt', added: '2023-06-21T09:00:00.000Z' }], problems: [] };
    await clock.pass(HOUR);
    await looked(3);
    expect(log.lines.at(-1)).toMatchObject({
      level: 'warn',
      data: {
        error: { message: expect.stringContaining('give it View Channel, Send Messages and Read Message History') },
      },
    });
    expect(await stateOf()).toMatchObject({ lookedAt: null, announced: [] });
  });

  test('begins anew where what it kept is spoilt, which it puts aside and says', async () => {
    await writeFile(path.join(dataDir, 'follow.json'), '{');
    await start();
    await expect.poll(() => asked.length).toBe(1);
    expect(await readFile(path.join(dataDir, 'follow.json.broken'), 'utf8')).toBe('{');
    expect(log.lines.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
      expect.stringContaining('follow.json, what is followed, could not be read; it is put aside'),
    ]);
  });

  test('looks for nothing without FOLLOW', async () => {
    await start({ FOLLOW: '' });
    await clock.pass(DAY);
    expect(asked).toEqual([]);
  });
});
