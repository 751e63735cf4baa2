import { get } from 'node:http';
import { DiscordAPIError, type TextChannel } from 'discord.js';
import { expect, it } from 'vitest';
import { LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { stage } from './login.ts';

const on = stage();

async function general(): Promise<TextChannel> {
  const channel = await on.bot.client.channels.fetch(on.discord.world.general.id, { force: true });
  if (channel?.type !== 0) throw new Error('no text channel');
  return channel;
}

it('the bot writes, edits, reads and deletes in a channel on its own account', async () => {
  const { world, board, happenings } = on.discord;
  const channel = await general();
  const typing = happenings.until('typing');
  await channel.sendTyping();
  expect((await typing).channelId).toBe(world.general.id);
  const sent = await channel.send({ content: 'first', files: [{ attachment: Buffer.from('abc'), name: 'a.txt' }] });
  const kept = await sent.edit({ content: 'second' });
  expect(kept.attachments.map((it) => it.name)).toEqual(['a.txt']);
  const emptied = await sent.edit({ attachments: [] });
  expect([emptied.content, emptied.attachments.size]).toEqual(['second', 0]);
  const listed = await channel.messages.fetch({ limit: 1, cache: false });
  expect(listed.first()?.content).toBe('second');
  await sent.delete();
  expect(board.get(sent.id)).toBeNull();
});

it('it finds people, members, its application, and writes to people directly', async () => {
  const { client } = on.bot;
  const { bram, home, ada } = on.discord.world;
  const user = await client.users.fetch(bram.id, { force: true });
  expect(user.globalName).toBe('Bram');
  const guild = await client.guilds.fetch(home.id);
  const member = await guild.members.fetch({ user: ada.id, force: true });
  expect(member.displayName).toBe('Ada');
  await client.application?.fetch();
  expect(client.application?.owner?.id).toBe(ada.id);
  await user.send('hello');
  const dm = on.discord.world.dm(bram);
  expect(on.discord.board.seenBy(bram.id, dm.id).map(textOf)).toContain('hello');
});

it("others' messages, ephemeral ones and channels without the bot are out of its reach", async () => {
  const { people, world, waitFor } = on.discord;
  const channel = await general();
  const code = (promise: Promise<unknown>) =>
    promise.then(
      () => 0,
      (error: unknown) => (error instanceof DiscordAPIError ? error.code : -1),
    );
  const written = await channel.messages.fetch(people.write('mine').id);
  expect(await code(written.edit('yours'))).toBe(50005);
  const hidden = await waitFor.answer(people.slash('ask', { query: 'private' }));
  expect(await code(channel.messages.fetch(hidden.id))).toBe(10008);
  expect(await code(on.bot.client.channels.fetch(world.elsewhere.id))).toBe(50001);
  expect(await code(channel.send({ content: 'a', reply: { messageReference: hidden.id } }))).toBe(50035);
  const big = { attachment: Buffer.alloc(10 * 1024 * 1024 + 1), name: 'big.bin' };
  expect(await code(channel.send({ files: [big] }))).toBe(40005);
});

/** Status of a page on a connection of its own, by the name the server is called by. */
function status(port: number, path: string, name = '127.0.0.1'): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const options = { port, path, host: '127.0.0.1', agent: false, headers: { host: name } };
    get(options, (response) => resolve(response.resume().statusCode)).on('error', reject);
  });
}

it('a page can be served beside it, a taken port is an error', async () => {
  const first = await LocalDiscord.start({
    openApi: undefined,
    otherwise: (request, response) => response.writeHead(request.url === '/preview' ? 200 : 410).end(),
  });
  const port = Number(new URL(first.origin).port);
  expect(await status(port, '/preview')).toBe(200);
  expect(await status(port, '/preview', 'example.org')).toBe(403);
  await expect(LocalDiscord.start({ port, openApi: undefined })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await first.stop();
  const second = await LocalDiscord.start({ port, openApi: undefined });
  expect(await status(port, '/preview')).toBe(404);
  await second.stop();
});
