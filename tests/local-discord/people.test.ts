import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Interaction, LocalDiscord, textOf } from '../../src/local-discord/index.ts';

/** Here no discord.js stands between: interactions are answered by hand. */
let discord: LocalDiscord;
let socket: WebSocket;

const options = [
  { type: 3, name: 'query', description: 'd', required: true, max_length: 5 },
  { type: 4, name: 'page', description: 'd', min_value: 1, max_value: 9 },
  { type: 3, name: 'kind', description: 'd', choices: [{ name: 'Report', value: 'report' }] },
  { type: 9, name: 'mention', description: 'd' },
];
const commands = [
  { name: 'ask', description: 'd', options },
  { name: 'admin', description: 'd', default_member_permissions: '0' },
  { name: 'guild', description: 'd', contexts: [0], integration_types: [0] },
  { name: 'Find', type: 3 },
];

function send(method: string, path: string, body: unknown) {
  return fetch(discord.api + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bot ${discord.settings.token}` },
    body: JSON.stringify(body),
  });
}

const callback = (it: Interaction, body: unknown) =>
  send('POST', `/v10/interactions/${it.id}/${it.token}/callback`, body);
const payloads: { t?: string; d?: Record<string, unknown> }[] = [];

beforeAll(async () => {
  discord = await LocalDiscord.start({ openApi: undefined });
  socket = new WebSocket(discord.gateway.url);
  socket.on('message', (raw) => payloads.push(JSON.parse(String(raw))));
  socket.on('open', () => {
    socket.send(JSON.stringify({ op: 2, d: { token: discord.settings.token, intents: 1, properties: {} } }));
  });
  await discord.happenings.until('identified');
  await send('PUT', `/v10/applications/${discord.world.bot.id}/commands`, commands);
});

afterAll(async () => {
  socket.terminate();
  await discord.stop();
});

it.each<[Parameters<LocalDiscord['people']['slash']>[1], string]>([
  [{}, 'option "query" is required'],
  [{ query: 'too long' }, 'option "query" takes at most 5 characters'],
  [{ query: '' }, 'option "query" takes at least 1 characters'],
  [{ query: 'a', page: 10 }, 'option "page" takes at most 9'],
  [{ query: 'a', page: 1.5 }, 'option "page" takes whole numbers'],
  [{ query: 'a', page: 'x' }, 'option "page" takes a number'],
  [{ query: 'a', kind: 'other' }, 'option "kind" has no choice other'],
  [{ query: 'a', letter: 'x' }, 'no option "letter"'],
])('filling in %j is refused: %s', (values, why) => {
  expect(() => discord.people.slash('ask', values)).toThrow(why);
});

it('a person uses only what Discord offers them there', () => {
  const { people, world } = discord;
  const names = (user = world.ada, channel = world.general) =>
    discord.state.commands.offered(user, channel).map((it) => it.name);
  expect(names()).toEqual(['ask', 'admin', 'guild', 'Find']);
  expect(names(world.bram)).toEqual(['ask', 'guild', 'Find']);
  expect(names(world.bram, world.dm(world.bram))).toEqual(['ask', 'admin', 'Find']);
  expect(names(world.chris, world.elsewhere)).toEqual([]);
  expect(() => people.slash('admin', {}, { user: world.bram })).toThrow(
    'Bram cannot use "admin" here: it needs permissions',
  );
  expect(() => people.slash('nothing')).toThrow('it is not registered');
});

it('an interaction carries the person, the place and what they named', async () => {
  const { people, world } = discord;
  people.slash('ask', { query: 'a', mention: world.bram }, { locale: 'nl', unchecked: true });
  await expect.poll(() => payloads.at(-1)?.t).toBe('INTERACTION_CREATE');
  expect(payloads.at(-1)?.d).toMatchObject({
    type: 2,
    locale: 'nl',
    guild_locale: 'nl',
    context: 0,
    authorizing_integration_owners: { 0: world.home.id },
    member: { user: { id: world.ada.id } },
    data: { name: 'ask', resolved: { users: { [world.bram.id]: { username: 'bram' } } } },
  });
  people.slash('ask', { query: 'a' }, { user: world.bram, channel: world.dm(world.bram) });
  await expect.poll(() => payloads.at(-1)?.d?.context).toBe(1);
  expect(payloads.at(-1)?.d).toMatchObject({ user: { id: world.bram.id }, locale: 'nl' });
  expect(payloads.at(-1)?.d).not.toHaveProperty('member');
});

it('components can be used as long as they stand there, enabled', async () => {
  const { people, waitFor } = discord;
  const asked = people.slash('ask', { query: 'a' });
  const buttons = [true, false].map((disabled, index) => ({
    type: 2,
    style: 1,
    custom_id: `b${index}`,
    label: 'l',
    disabled,
  }));
  const menu = { type: 3, custom_id: 'menu', options: [{ label: 'One', value: '1' }] };
  const components = [buttons, [menu]].map((row) => ({ type: 1, components: row }));
  await callback(asked, { type: 4, data: { content: 'a', components } });
  const answer = await waitFor.answer(asked);
  expect(() => people.press(answer, 'b0')).toThrow('"b0" is disabled');
  expect(() => people.press(answer, 'b9')).toThrow('no component "b9"');
  expect(() => people.select(answer, 'b1', ['1'])).toThrow('"b1" is a button');
  expect(() => people.press(answer, 'menu')).toThrow('"menu" is a menu');
  expect(() => people.select(answer, 'menu', [])).toThrow('"menu" takes 1 to 1 values');
  expect(() => people.select(answer, 'menu', ['3'])).toThrow('"menu" has no option "3"');
  const pressed = people.press(answer, 'b1');
  await callback(pressed, { type: 7, data: { components: [] } });
  expect((await waitFor.answer(pressed)).components).toEqual([]);
  people.remove(answer);
  expect(() => people.press(answer, 'b1')).toThrow('the message was deleted');
});

it('people talk where they are, and do not reply to what only one sees', async () => {
  const { people, world, waitFor } = discord;
  expect(() => people.write('hi', { channel: world.dm(world.bram) })).toThrow('Ada is not in that conversation');
  expect(() => people.write('hi', { user: world.bram, channel: world.group })).toThrow('Bram is not in');
  const asked = people.slash('ask', { query: 'a' });
  await callback(asked, { type: 4, data: { content: 'a', flags: 64 } });
  const answer = await waitFor.answer(asked);
  expect(() => people.write('hi', { replyTo: answer })).toThrow('an ephemeral message cannot be replied to');
  const first = people.write('first', { channel: world.other });
  expect(people.write('second', { replyTo: first, user: world.bram }).channel_id).toBe(world.other.id);
});

it('a modal is shown, filled in and answered', async () => {
  const { people, waitFor, happenings } = discord;
  const asked = people.slash('ask', { query: 'a' });
  const input = { type: 18, label: 'Why', component: { type: 4, custom_id: 'why', style: 1 } };
  const shown = happenings.until('modal');
  expect((await callback(asked, { type: 9, data: { custom_id: 'm', title: 't', components: [input] } })).status).toBe(
    204,
  );
  expect((await shown).modal.title).toBe('t');
  const sent = people.submit(asked, { why: 'because' });
  await expect.poll(() => payloads.at(-1)?.d?.type).toBe(5);
  expect(payloads.at(-1)?.d?.data).toMatchObject({
    components: [{ component: { custom_id: 'why', value: 'because' } }],
  });
  await callback(sent, { type: 4, data: { content: 'thanks' } });
  expect(textOf(await waitFor.answer(sent))).toBe('thanks');
});

it.each([
  [8, { choices: [] }, 'Choices answer an autocomplete'],
  [6, undefined, 'Only a component has a message to update'],
])('callback %i does not fit a command', async (type, data, why) => {
  const response = await callback(discord.people.slash('ask', { query: 'a' }), { type, data });
  expect(response.status).toBe(400);
  expect(JSON.stringify(await response.json())).toContain(why);
});

it('where only its user brought it, the bot follows up five times and reaches no channel', async () => {
  const { people, world } = discord;
  await send('PUT', `/v10/applications/${world.bot.id}/commands`, [{ ...commands[0], integration_types: [1] }]);
  const asked = people.slash('ask', { query: 'a' }, { user: world.chris, channel: world.elsewhere });
  await callback(asked, { type: 4, data: { content: 'a' } });
  const follow = () => send('POST', `/v10/webhooks/${world.bot.id}/${asked.token}`, { content: 'more' });
  for (let count = 0; count < 5; count += 1) expect((await follow()).status).toBe(200);
  expect(await (await follow()).json()).toMatchObject({ code: 40094 });
  const post = await send('POST', `/v10/channels/${world.elsewhere.id}/messages`, { content: 'a' });
  expect(await post.json()).toMatchObject({ code: 50001 });
});
