import { DiscordAPIError, HTTPError } from 'discord.js';
import { expect, it } from 'vitest';
import { LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { loggedIn, nextError, stage } from './login.ts';
import { commands } from './small-bot.ts';

const on = stage({ openApi: undefined });

function statuses(from: number): number[] {
  return on.discord.requests.slice(from).map((it) => it.status);
}

it('429 with Retry-After: the client waits and succeeds', async () => {
  const from = on.discord.requests.length;
  on.discord.faults.rateLimit('POST /callback', 0.2);
  const asked = on.discord.people.slash('ask', { query: 'x' });
  await on.discord.waitFor.followUp(asked);
  expect(statuses(from).slice(0, 3)).toEqual([429, 204, 200]);
  expect((asked.acknowledgedAt ?? 0) - asked.createdAt).toBeGreaterThanOrEqual(200);
});

it('one 500: the client tries again; a permanent 503: it gives up', async () => {
  const { faults, people, waitFor } = on.discord;
  faults.fail('PATCH /messages/@original', 500);
  await waitFor.followUp(people.slash('ask', { query: 'x' }));
  const from = on.discord.requests.length;
  faults.fail('PATCH /messages/@original', 503, Number.POSITIVE_INFINITY);
  people.slash('ask', { query: 'x' });
  expect(await nextError(on.bot)).toBeInstanceOf(HTTPError);
  expect(statuses(from).filter((it) => it === 503)).toHaveLength(4);
});

it('a reset connection is not tried again by the client', async () => {
  on.discord.faults.reset('POST /callback');
  const asked = on.discord.people.slash('ask', { query: 'x' });
  expect(await nextError(on.bot)).toMatchObject({ code: 'UND_ERR_SOCKET' });
  expect(asked.state).toBe('unanswered');
});

it('a slow answer is waited for', async () => {
  on.discord.faults.slow('POST /callback', 120);
  const asked = on.discord.people.slash('cite short', { id: 'p' });
  expect(textOf(await on.discord.waitFor.answer(asked))).toBe('short p');
  expect((asked.acknowledgedAt ?? 0) - asked.createdAt).toBeGreaterThanOrEqual(119);
});

it.each([
  ['a late first answer', 'answerWithinMs', 50, 'slow', 10062],
  ['an expired token', 'tokenLifeMs', -1, 'x', 50027],
] as const)('%s is refused', async (_, setting, ms, query, code) => {
  const { settings, people } = on.discord;
  const before = settings[setting];
  settings[setting] = ms;
  people.slash('ask', { query });
  expect(await nextError(on.bot)).toMatchObject({ code });
  settings[setting] = before;
});

it('an answer that was deleted cannot be edited: 10008', async () => {
  const { people, waitFor } = on.discord;
  const asked = people.slash('ask', { query: 'x' });
  const answer = await waitFor.answer(asked);
  await waitFor.followUp(asked);
  people.remove(answer);
  const url = `${on.discord.api}/v10/webhooks/${on.discord.world.bot.id}/${asked.token}/messages/@original`;
  const response = await fetch(url, { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: '{}' });
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ code: 10008, message: 'Unknown Message' });
});

it('an interaction is answered once', async () => {
  const asked = on.discord.people.slash('cite short', { id: 'p' });
  await on.discord.waitFor.answer(asked);
  const url = `${on.discord.api}/v10/interactions/${asked.id}/${asked.token}/callback`;
  const body = JSON.stringify({ type: 4, data: { content: 'again' } });
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await response.json()).toMatchObject({ code: 40060 });
});

it('a payload can miss fields: those that discord.js needs not are not missed', async () => {
  const { faults, people, waitFor } = on.discord;
  for (const field of ['guild_locale', 'context', 'channel', 'app_permissions', 'attachment_size_limit']) {
    faults.leaveOut(field);
    expect(textOf(await waitFor.answer(people.slash('cite short', { id: field })))).toBe(`short ${field}`);
  }
  const without = faults.distorted({ member: { user: 1, nick: 2 } });
  expect(without).toEqual({ member: { user: 1, nick: 2 } });
  faults.leaveOut('member.user');
  expect(faults.distorted({ member: { user: 1, nick: 2 } })).toEqual({ member: { nick: 2 } });
});

it('a body that breaks a limit is refused and recorded', async () => {
  const discord = await LocalDiscord.start({ openApi: undefined });
  const bot = await loggedIn(discord);
  await bot.client.application?.commands.set(commands);
  discord.people.slash('ask', { query: 'too long' });
  const error = await nextError(bot);
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(error).toMatchObject({ code: 50035, message: expect.stringContaining('data.content') });
  expect(discord.violations).toContainEqual({
    method: 'POST',
    path: expect.stringContaining('/callback'),
    judge: 'limits',
    of: 'request',
    problems: [expect.stringMatching(/^data\.content: .*2000/)],
  });
  await bot.client.destroy();
  await discord.stop();
});

it('waiting in vain says for what, and what happened instead', async () => {
  const asked = on.discord.people.slash('cite short', { id: 'p' });
  await on.discord.waitFor.answer(asked);
  await expect(on.discord.waitFor.followUp(asked, 50)).rejects.toThrow(
    /^a follow-up to "cite" did not come: waited 50 ms for messageCreated/,
  );
});
