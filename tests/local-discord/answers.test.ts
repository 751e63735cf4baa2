import { Routes } from 'discord.js';
import { expect, it } from 'vitest';
import { buttonsOf, customIdOf, isEphemeral, selectsOf, textOf } from '../../src/local-discord/index.ts';
import { stage } from './login.ts';

const on = stage();

it('lets the client log in and register commands, globally and in a guild', async () => {
  const { client } = on.bot;
  expect(client.guilds.cache.size).toBe(2);
  const global = await client.application?.commands.fetch({ withLocalizations: true });
  expect(global?.map((it) => it.name)).toEqual(['ask', 'cite', 'reload', 'Find sources']);
  expect(global?.find((it) => it.name === 'ask')?.nameLocalizations).toEqual({ nl: 'vraag' });
  const plain = await client.rest.get(Routes.applicationCommands(on.discord.world.bot.id));
  expect(JSON.stringify(plain)).not.toContain('vraag');
  const guildId = on.discord.world.home.id;
  await client.application?.commands.set([{ name: 'here', description: 'only here' }], guildId);
  expect(on.discord.state.commands.list(guildId).map((it) => it.name)).toEqual(['here']);
});

it('answers a slash command: deferred, edited as Components V2, followed up', async () => {
  const { people, waitFor } = on.discord;
  const asked = people.slash('ask', { query: 'whales', page: 2 });
  const answer = await waitFor.answer(asked);
  expect(textOf(answer)).toContain('page 2');
  expect(answer.interaction_metadata?.user.id).toBe(on.discord.world.ada.id);
  const followUp = await waitFor.followUp(asked);
  expect(textOf(followUp)).toBe('about whales');
  expect(followUp.message_reference?.message_id).toBe(answer.id);
  const kinds = on.discord.happenings.since(asked.mark).map((it) => it.kind);
  expect(kinds.filter((it) => it !== 'request')).toEqual([
    'interaction',
    'messageCreated',
    'acknowledged',
    'messageUpdated',
    'messageCreated',
  ]);
});

it('gives components back numbered, with what was left out filled in', async () => {
  const answer = await on.discord.waitFor.answer(on.discord.people.slash('ask', { query: 'x' }));
  const [container] = answer.components;
  expect(container).toMatchObject({ type: 17, id: 1, accent_color: 0x5865f2, spoiler: false });
  expect(selectsOf(answer)).toMatchObject([{ custom_id: 'pick', min_values: 1, max_values: 1 }]);
  expect(buttonsOf(answer).map((it) => it.label)).toEqual(['Show', 'Previous', 'Next', 'Open']);
});

it('answers with an embed, and gives the message in the response when asked', async () => {
  const asked = on.discord.people.slash('ask', { query: 'embed' });
  const answer = await on.discord.waitFor.answer(asked);
  expect(answer.embeds[0]).toMatchObject({ type: 'rich', title: 'Title' });
  const [callback] = on.discord.requestsFor(asked);
  expect(callback?.query).toEqual({ with_response: 'true' });
});

it('runs subcommands and completes options as they are typed', async () => {
  const { people, waitFor } = on.discord;
  expect(textOf(await waitFor.answer(people.slash('cite short', { id: 'p7' })))).toBe('short p7');
  const choices = await waitFor.choices(people.type('ask', 'query', 'wha', { page: 3 }));
  expect(choices).toHaveLength(25);
  expect(choices[0]).toEqual({ name: 'wha 0', value: 'v0' });
});

it('lets buttons and menus be used', async () => {
  const { people, waitFor } = on.discord;
  const answer = await waitFor.answer(people.slash('ask', { query: 'x' }));
  const second = await waitFor.answer(people.press(answer, customIdOf(answer, 'Next')));
  expect(second.id).toBe(answer.id);
  expect(textOf(second)).toContain('page 2');
  expect(second.edited_timestamp).not.toBeNull();
  const shown = await waitFor.followUp(people.press(second, customIdOf(second, /show/i)));
  expect(textOf(shown)).toBe('passage open:1');
  const picked = await waitFor.answer(people.select(second, 'pick', ['2']));
  expect(textOf(picked)).toBe('picked 2');
});

it('shows an ephemeral answer to its asker only', async () => {
  const { people, waitFor, world, board } = on.discord;
  const asked = people.slash('ask', { query: 'private' }, { user: world.bram });
  const answer = await waitFor.answer(asked);
  expect(isEphemeral(answer)).toBe(true);
  const seen = (id: string | null) => board.seenBy(id, world.general.id).some((it) => it.id === answer.id);
  expect([seen(world.bram.id), seen(world.ada.id), seen(null)]).toEqual([true, false, false]);
  expect(() => people.press(answer, 'next:1', { user: world.ada })).toThrow('Ada does not see the message');
});

it('runs a message command and serves the file that came with the answer', async () => {
  const { people, waitFor, world } = on.discord;
  const message = people.write('what do whales eat?', { user: world.bram });
  const answer = await waitFor.answer(people.messageCommand('Find sources', message));
  expect(textOf(answer)).toBe('for: what do whales eat?');
  expect(answer.attachments).toMatchObject([{ filename: 'sources.txt', description: 'quotes', size: 9 }]);
  const file = await fetch(answer.attachments[0]?.url ?? '');
  expect(await file.text()).toBe('[1] quote');
});

it('lets the bot read only what is meant for it', async () => {
  const { people, waitFor, world, happenings } = on.discord;
  const quiet = people.write('nobody asked you');
  const mention = people.write(`<@${world.bot.id}> and now?`);
  const answer = await waitFor.reply(mention);
  expect(textOf(answer)).toBe(`read: <@${world.bot.id}> and now?`);
  expect(textOf(await waitFor.reply(people.write('and in 2022?', { replyTo: answer })))).toContain('and in 2022?');
  const unheard = people.write('no ping', { replyTo: answer, ping: false });
  const dm = people.write('just us', { user: world.bram, channel: world.dm(world.bram) });
  expect(textOf(await waitFor.reply(dm))).toBe('read: just us');
  const answered = happenings
    .since()
    .flatMap((it) => (it.kind === 'messageCreated' ? it.message.message_reference : []));
  expect(answered.filter((it) => it?.message_id === quiet.id || it?.message_id === unheard.id)).toEqual([]);
  const { client } = on.bot;
  const channel = await client.channels.fetch(world.general.id);
  const fetched = channel?.isTextBased() ? await channel.messages.fetch(quiet.id) : null;
  expect(fetched?.content).toBe('');
});

it('pings only whom the bot allows', async () => {
  const { people, waitFor, world } = on.discord;
  const answer = await waitFor.answer(people.slash('ask', { query: 'ping', mention: world.bram }));
  expect(answer.mentions.map((it) => it.id)).toEqual([world.bram.id]);
  expect(answer.mention_everyone).toBe(false);
});

it('works in direct messages, private groups and guilds without the bot for who installed it', async () => {
  const { people, waitFor, world } = on.discord;
  const { chris, ada } = world;
  for (const channel of [world.dm(ada), world.group, world.elsewhere]) {
    const user = channel.kind === 'dm' ? ada : chris;
    const asked = people.slash('ask', { query: 'x' }, { user, channel });
    expect(textOf(await waitFor.answer(asked))).toContain('page 1');
    expect(asked.owners).toEqual(channel.kind === 'dm' ? { '0': '0' } : { '1': chris.id });
  }
  expect(() => people.slash('ask', { query: 'x' }, { channel: world.elsewhere })).toThrow('not installed');
});

it('tells of messages that go', async () => {
  const { people, happenings } = on.discord;
  const message = people.write('gone soon');
  const gone = happenings.until('messageDeleted');
  people.remove(message);
  expect(await gone).toMatchObject({ id: message.id, visibleTo: null });
});

it('found no error in the bot', () => {
  expect(on.bot.errors).toEqual([]);
});
