import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createClient } from '../../src/discord/connection/client.ts';
import { connectPatiently } from '../../src/discord/connection/patience.ts';

test('each further try to connect waits longer, until one succeeds; one of a client that ended never goes on', async () => {
  const client = createClient(readConfig({}));
  client.token = 'token';
  const waits: number[] = [];
  const asked: number[] = [];
  const options = {
    retrieveSessionInfo: (shard: number) => {
      asked.push(shard);
      return null;
    },
  };
  const { buildStrategy } = connectPatiently(client, async (ms) => void waits.push(ms));
  buildStrategy({ options } as unknown as Parameters<typeof buildStrategy>[0]);
  const connect = () => {
    client.emit(Events.ShardReconnecting, 0);
    return options.retrieveSessionInfo(0);
  };
  for (let tries = 0; tries < 8; tries++) {
    await connect();
    // As for an event: nothing waits.
    await options.retrieveSessionInfo(0);
  }
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  client.emit(Events.ShardResume, 0, 0);
  await connect();
  expect(waits).toHaveLength(7);
  expect(asked).toHaveLength(17);

  client.token = null;
  void connect();
  await new Promise((resolve) => setImmediate(resolve));
  expect(asked).toHaveLength(17);
  expect(createClient(readConfig({})).options.ws?.buildStrategy).toBeDefined();
});
