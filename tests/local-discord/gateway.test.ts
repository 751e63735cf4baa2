import { Events } from 'discord.js';
import { describe, it, type TestContext } from 'vitest';
import { LocalDiscord, type Options, textOf } from '../../src/local-discord/index.ts';
import { loggedIn } from './login.ts';
import { commands, smallBot } from './small-bot.ts';

async function start({ onTestFinished }: TestContext, options: Options = {}) {
  const discord = await LocalDiscord.start({ openApi: undefined, ...options });
  onTestFinished(() => discord.stop());
  return discord;
}

async function connected(context: TestContext, options: Options = {}) {
  const discord = await start(context, options);
  const bot = await loggedIn(discord);
  context.onTestFinished(() => bot.client.destroy());
  await bot.client.application?.commands.set(commands);
  return { discord, bot };
}

/** Waiting makes these tests slow, not work: they run at once. */
describe.concurrent('the gateway', () => {
  it.for([
    ['closed with 4000', (discord: LocalDiscord) => discord.gateway.close(4000)],
    ['closed with 1001', (discord: LocalDiscord) => discord.gateway.close(1001)],
    ['cut', (discord: LocalDiscord) => discord.gateway.cut()],
    ['asked to reconnect (op 7)', (discord: LocalDiscord) => discord.gateway.askToReconnect()],
  ] as const)('a connection that is %s: resumed, what was missed is replayed', async ([, interrupt], context) => {
    const { expect } = context;
    const { discord } = await connected(context);
    const resumed = discord.happenings.until('resumed');
    const disconnected = discord.happenings.until('disconnected');
    interrupt(discord);
    await disconnected;
    const asked = discord.people.slash('cite short', { id: 'missed' });
    expect((await resumed).replayed).toBe(1);
    expect(textOf(await discord.waitFor.answer(asked))).toBe('short missed');
  });

  it('of two shards each hears of its own guilds, and the first of what happens outside them', async (context) => {
    const { expect } = context;
    const discord = await start(context);
    const shards = [await loggedIn(discord, [0, 2]), await loggedIn(discord, [1, 2])];
    for (const { client } of shards) context.onTestFinished(() => client.destroy());
    const expected = [...discord.world.guilds.values()].filter((guild) => guild.hasBot);
    const known = shards.map(({ client }) => [...client.guilds.cache.keys()]);
    expect(known.flat().sort()).toEqual(expected.map(({ id }) => id).sort());
    for (const [number, ids] of known.entries())
      for (const id of ids) expect(Number((BigInt(id) >> 22n) % 2n)).toBe(number);
    await shards[0]?.client.application?.commands.set(commands);
    const direct = discord.people.slash(
      'cite short',
      { id: 'direct' },
      { channel: discord.world.dm(discord.world.ada) },
    );
    expect(textOf(await discord.waitFor.answer(direct))).toBe('short direct');
    expect(discord.violations).toEqual([]);
  });

  it('op 9, resumable: resumed; not resumable: a new session', async (context) => {
    const { expect } = context;
    const { discord, bot } = await connected(context);
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

  it('a session that Discord forgot: refused, then a new one', async (context) => {
    const { expect } = context;
    const { discord } = await connected(context);
    const identified = discord.happenings.until('identified', () => true);
    discord.gateway.cut();
    discord.gateway.forget();
    const { sessionId } = await identified;
    expect(discord.gateway.session?.id).toBe(sessionId);
    const asked = discord.people.slash('cite short', { id: 'anew' });
    expect(textOf(await discord.waitFor.answer(asked))).toBe('short anew');
  });

  it('without heartbeat acknowledgements the client gives the connection up and resumes', async (context) => {
    const { discord } = await connected(context, { heartbeatMs: 200, acknowledgeHeartbeats: false });
    const [closed] = await Promise.all([
      discord.happenings.until('disconnected', () => true, { since: 0 }),
      discord.happenings.until('resumed', () => true, { since: 0 }),
    ]);
    context.expect(closed.code).toBe(4200);
  });

  it('a wrong token and too many sessions are refused', async (context) => {
    const { expect } = context;
    const discord = await start(context, { token: 'MTIz.right.token' });
    const { client } = smallBot(discord.api);
    await expect(client.login('MTIz.wrong.token')).rejects.toMatchObject({ code: 'TokenInvalid' });
    discord.settings.sessionsLeft = 0;
    await expect(client.login(discord.settings.token)).rejects.toThrow('Not enough sessions remaining');
    await client.destroy();
  });

  it.for([4004, 4014])('a close with %i at run time ends the client for good', async (code, context) => {
    const { discord, bot } = await connected(context);
    const disconnected = new Promise((resolve) => bot.client.once(Events.ShardDisconnect, resolve));
    discord.gateway.close(code);
    context.expect(await disconnected).toMatchObject({ code });
  });
});
