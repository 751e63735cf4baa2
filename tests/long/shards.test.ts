import { readdir } from 'node:fs/promises';
import { type Shard, ShardingManager } from 'discord.js';
import { expect, inject, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/connection/register.ts';
import { type Guild, LocalDiscord, textOf } from '../../src/local-discord/index.ts';
import { texts } from '../../src/texts/texts.ts';
import { CLI, SEEDS, temporaryFolder } from '../support/folders.ts';

const shardOf = ({ id }: Guild) => Number((BigInt(id) >> 22n) % 2n);

/** A channel of a server that the shard of this number serves. */
function channelOf(discord: LocalDiscord, shard: number) {
  for (let i = 0; ; i++) {
    const guild = discord.world.addGuild({ name: `Team ${i}` });
    if (shardOf(guild) === shard) return discord.world.addChannel(guild, 'general');
    guild.hasBot = false;
  }
}

test('Two shards under discord.js’s manager answer each their own servers, and keep to their own folders', async () => {
  const discord = await LocalDiscord.start();
  await registerCommands({ token: discord.settings.token, commands, api: discord.api });
  for (const guild of discord.world.guilds.values()) guild.hasBot = false;
  const channels = [0, 1].map((shard) => channelOf(discord, shard));
  const kept = await temporaryFolder();
  const { token } = discord.settings;
  const manager = new ShardingManager(CLI, {
    totalShards: 2,
    shardArgs: ['start'],
    execArgv: [],
    respawn: false,
    silent: true,
    token,
  });
  const shards: Shard[] = [];
  let output = '';
  manager.on('shardCreate', (shard) => {
    shards.push(shard);
    Object.assign(shard.env as object, {
      DISCORD_API: discord.api,
      LETTERS_DIR: SEEDS,
      INDEX_DIR: inject('indexDir'),
      DATA_DIR: kept,
      HEALTH_PORT: '39464',
    });
    shard.on('spawn', (started) => {
      for (const stream of [started.stdout, started.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
    });
  });
  try {
    await manager.spawn({ delay: 0, timeout: 300_000 });
    const { people, waitFor } = discord;
    for (const channel of channels) {
      const asked = people.slash('ask', { question: 'Tot wanneer loopt operatie Allied Solace?' }, { channel });
      expect(textOf(await waitFor.answer(asked, 60_000)).replace(/\s+/g, ' ')).toContain(
        'verlengd tot 28 februari 2022',
      );
      // Each knows one server only, yet the letters are those of both.
      const removed = people.slash(
        'remove',
        { letter: '0' },
        { channel, unchecked: true, user: discord.world.addPerson({ name: 'manager', admin: true }) },
      );
      expect(textOf(await waitFor.answer(removed, 60_000))).toContain(texts('en').intake.otherServer.slice(0, 20));
    }
    expect(discord.violations).toEqual([]);
    expect(await manager.fetchClientValues('guilds.cache.size')).toEqual([1, 1]);
    expect((await readdir(kept)).sort()).toEqual(['shard-0', 'shard-1']);
    for (const port of [39464, 39465]) expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.stack : error}\n${output}`);
  } finally {
    const ended = shards.map((shard) => new Promise((resolve) => shard.once('death', resolve)));
    for (const { process: child } of shards) child?.kill('SIGTERM');
    await Promise.all(ended);
    await discord.stop();
  }
});
