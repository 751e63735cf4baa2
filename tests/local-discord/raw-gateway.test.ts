import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { LocalDiscord } from '../../src/local-discord/index.ts';

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await LocalDiscord.start({ openApi: undefined });
});
afterAll(() => discord.stop());

const identify = (intents: number, token = discord.settings.token) => ({
  op: 2,
  d: { token, intents, properties: { os: 'linux' } },
});

/** Sends frames on a new connection and gives the code it is closed with. */
function closeCode(...frames: unknown[]): Promise<number> {
  const socket = new WebSocket(discord.gateway.url);
  socket.on('open', () => {
    for (const frame of frames) socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  });
  return new Promise((resolve) => socket.on('close', resolve));
}

it.each([
  ['a payload that is no JSON', () => ['{'], 4002],
  ['a payload over 4096 bytes', () => [{ op: 3, d: 'x'.repeat(4096) }], 4002],
  ['a frame before identifying', () => [{ op: 3, d: {} }], 4003],
  ['a wrong token', () => [identify(1, 'wrong')], 4004],
  ['identifying twice', () => [identify(1), identify(1)], 4005],
  ['more than 120 sends a minute', () => Array.from({ length: 121 }, () => ({ op: 1, d: null })), 4008],
  ['intents that do not exist', () => [identify(-1)], 4013],
  ['an intent that was not switched on', () => [identify(1 << 15)], 4014],
])('%s closes the connection', async (_, frames, code) => {
  expect(await closeCode(...frames())).toBe(code);
});

it('resuming after an event that was never sent closes the connection', async () => {
  const socket = new WebSocket(discord.gateway.url);
  socket.on('open', () => socket.send(JSON.stringify(identify(1))));
  const { sessionId } = await discord.happenings.until('identified');
  socket.terminate();
  const resume = { op: 6, d: { token: discord.settings.token, session_id: sessionId, seq: 99 } };
  expect(await closeCode(resume)).toBe(4007);
});

it('a privileged intent that was switched on gives the content of all messages', async () => {
  discord.settings.privilegedIntents = 1 << 15;
  const socket = new WebSocket(discord.gateway.url);
  const created = new Promise((resolve) => {
    socket.on('message', (raw) => {
      const frame: { t?: string; d?: unknown } = JSON.parse(String(raw));
      if (frame.t === 'MESSAGE_CREATE') resolve(frame.d);
    });
  });
  socket.on('open', () => socket.send(JSON.stringify(identify((1 << 9) | (1 << 15)))));
  await discord.happenings.until('identified');
  discord.people.write('to no one');
  expect(await created).toMatchObject({ content: 'to no one', guild_id: discord.world.home.id });
  socket.terminate();
});
