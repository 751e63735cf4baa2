import { Events } from 'discord.js';
import { afterEach, expect, it } from 'vitest';
import { LocalDiscord, type Options, textOf } from '../../src/local-discord/index.ts';
import { loggedIn } from './login.ts';
import { commands, smallBot } from './small-bot.ts';

const running: { stop(): Promise<void> }[] = [];

async function start(options: Options = {}) {
  const discord = await LocalDiscord.start({ openApi: undefined, ...options });
  running.push(discord);
  return discord;
}

async function connected(options: Options = {}) {
  const discord = await start(options);
  const bot = await loggedIn(discord);
  running.unshift({ stop: () => bot.client.destroy() });
  await bot.client.application?.commands.set(commands);
  return { discord, bot };
}

afterEach(async () => {
  for (const it of running.splice(0)) await it.stop();
});

it.each([
  ['closed with 4000', (discord: LocalDiscord) => discord.gateway.close(4000)],
  ['closed with 1001', (discord: LocalDiscord) => discord.gateway.close(1001)],
  ['cut', (discord: LocalDiscord) => discord.gateway.cut()],
  ['asked to reconnect (op 7)', (discord: LocalDiscord) => discord.gateway.askToReconnect()],
])('a connection that is %s: resumed, and what was missed is replayed and answered', async (_, interrupt) => {
  const { discord } = await connected();
  const resumed = discord.happenings.until('resumed');
  interrupt(discord);
  await discord.happenings.until('disconnected');
  const asked = discord.people.slash('cite short', { id: 'missed' });
  expect((await resumed).replayed).toBe(1);
  expect(textOf(await discord.waitFor.answer(asked))).toBe('short missed');
});

it('op 9, resumable: resumed; not resumable: a new session', async () => {
  const { discord, bot } = await connected();
  const resumed = discord.happenings.until('resumed');
  const noticed = new Promise((resolve) => bot.client.once(Events.ShardResume, resolve));
  discord.gateway.invalidate(true);
  expect((await resumed).replayed).toBe(0);
  await noticed;
  const identified = discord.happenings.until('identified');
  discord.gateway.invalidate(false);
  const { sessionId } = await identified;
  expect(discord.gateway.session?.id).toBe(sessionId);
  const asked = discord.people.slash('cite short', { id: 'again' });
  expect(textOf(await discord.waitFor.answer(asked))).toBe('short again');
});

it('a session that Discord forgot: refused, then a new one', async () => {
  const { discord } = await connected();
  const identified = discord.happenings.until('identified', () => true, { withinMs: 8000 });
  discord.gateway.cut();
  discord.gateway.forget();
  const { sessionId } = await identified;
  expect(discord.gateway.session?.id).toBe(sessionId);
  const asked = discord.people.slash('cite short', { id: 'anew' });
  expect(textOf(await discord.waitFor.answer(asked))).toBe('short anew');
});

it('a connection without heartbeat acknowledgements is given up by the client and resumed', async () => {
  const { discord } = await connected({ heartbeatMs: 200, acknowledgeHeartbeats: false });
  const [closed] = await Promise.all([
    discord.happenings.until('disconnected', () => true, { since: 0 }),
    discord.happenings.until('resumed', () => true, { since: 0 }),
  ]);
  expect(closed.code).toBe(4200);
});

it('a wrong token and too many sessions are refused', async () => {
  const discord = await start({ token: 'MTIz.right.token' });
  const wrong = smallBot(discord.api).client;
  await expect(wrong.login('MTIz.wrong.token')).rejects.toMatchObject({ code: 'TokenInvalid' });
  discord.settings.sessionsLeft = 0;
  const late = smallBot(discord.api).client;
  await expect(late.login(discord.settings.token)).rejects.toThrow('Not enough sessions remaining');
  await wrong.destroy();
  await late.destroy();
});

it.each([4004, 4014])('a close with %i at run time ends the client for good', async (code) => {
  const { discord, bot } = await connected();
  const disconnected = new Promise((resolve) => bot.client.once(Events.ShardDisconnect, resolve));
  discord.gateway.close(code);
  expect(await disconnected).toMatchObject({ code });
});
