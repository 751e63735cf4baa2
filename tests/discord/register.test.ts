import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { DiscordProblem } from '../../src/discord/connection/disconnects.ts';
import { inviteLink } from '../../src/discord/connection/invite.ts';
import { type RegisterOptions, registerCommands } from '../../src/discord/connection/register.ts';
import { LocalDiscord } from '../../src/local-discord/index.ts';

let discord: LocalDiscord;

beforeEach(async () => {
  discord = await LocalDiscord.start();
});
afterEach(() => discord.stop());

const names = commands.map(({ definition }) => definition.name);
const register = (more: Partial<RegisterOptions> = {}) =>
  registerCommands({ token: discord.settings.token, commands, api: discord.api, ...more });

describe('registerCommands', () => {
  test('writes all commands in one request and says what changed', async () => {
    const first = await register();
    expect(first).toEqual({ applicationId: discord.world.bot.id, added: names, changed: [], removed: [], same: [] });
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  test('a second time nothing has changed', async () => {
    await register();
    expect(await register()).toMatchObject({ added: [], changed: [], removed: [], same: names });
  });

  test('tells added, changed and removed apart, also where only a Dutch text changed', async () => {
    const [ask, quote, letters, ...others] = commands;
    if (!ask || !quote || !letters) throw new Error('there must be three commands');
    await register({ commands: [ask, letters, ...others] });
    const changed = { definition: { ...ask.definition, description_localizations: { nl: 'Anders gezegd' } } };
    const result = await register({ commands: [changed, quote, ...others] });
    expect(result).toMatchObject({ added: ['quote'], changed: ['ask'], removed: [letters.definition.name] });
    expect(result.same).toEqual(others.map(({ definition }) => definition.name));
  });

  test('only for one server, where told so', async () => {
    const guildId = discord.world.home.id;
    await register({ guildId, applicationId: discord.world.bot.id });
    expect(discord.state.commands.list(guildId)).toHaveLength(names.length);
    expect(discord.state.commands.list(null)).toHaveLength(0);
  });

  test('a wrong token is said in one sentence', async () => {
    const failing = register({ token: 'MTIzNDU2.wrong.token' });
    await expect(failing).rejects.toThrow(DiscordProblem);
    await expect(failing).rejects.toThrow('Discord refuses the token: set DISCORD_TOKEN to the right one.');
  });

  test('a Discord that can not be reached, or fails, is said in one sentence', async () => {
    const problem = (why: string) =>
      new DiscordProblem(`Discord cannot be reached (${why}): look at the network, and at DISCORD_API if it is set.`);
    discord.faults.fail(({ method }) => method === 'PUT', 503, Number.POSITIVE_INFINITY);
    await expect(register()).rejects.toThrow(problem('HTTP 503'));
    const api = 'http://127.0.0.1:1/api';
    await expect(register({ api })).rejects.toThrow(problem('ECONNREFUSED'));
    await expect(register({ api, applicationId: '123456789012345678' })).rejects.toThrow(problem('ECONNREFUSED'));
  });

  test('what Discord refuses is said with its path, and nothing is registered', async () => {
    const definition = { name: 'TOO LOUD', description: 'x', type: 1 } as const;
    await expect(register({ commands: [{ definition }] })).rejects.toThrow(/Discord refuses the commands: .*name/s);
    expect(discord.state.commands.list(null)).toHaveLength(0);
  });

  test('a server the bot is not in is named', async () => {
    discord.faults.add({
      on: (it) => it.path.includes('/guilds/'),
      status: 403,
      body: { code: 50001, message: 'Missing Access' },
    });
    await expect(register({ guildId: '123456789012345678' })).rejects.toThrow(/not in server 123456789012345678/);
  });
});

test('the invite link asks for no more than the bot needs', () => {
  const link = new URL(inviteLink('123456789012345678'));
  expect(link.origin + link.pathname).toBe('https://discord.com/oauth2/authorize');
  expect(Object.fromEntries(link.searchParams)).toEqual({
    client_id: '123456789012345678',
    scope: 'bot applications.commands',
    // View Channel, Send Messages, Read Message History, Send Messages in Threads.
    permissions: String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n)),
  });
});
