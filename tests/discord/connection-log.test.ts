import { Events } from 'discord.js';
import { expect, test } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createClient } from '../../src/discord/connection/client.ts';
import { logConnection } from '../../src/discord/connection/connection-log.ts';
import { manualClock } from '../support/manual-clock.ts';
import { recordingLog } from '../support/recording-log.ts';

function connected() {
  const client = createClient(readConfig({}));
  const log = recordingLog();
  const clock = manualClock();
  let stopping = false;
  logConnection(client, log, clock, () => stopping);
  return {
    client,
    log,
    clock,
    stop: () => (stopping = true),
    said: () => log.lines.filter((it) => it.level !== 'debug'),
  };
}

test('a gateway that stays away is told of less and less often, with the cause', async () => {
  const { client, clock, said } = connected();
  client.emit(Events.ShardReady, 0, undefined);
  for (let second = 0; second < 600; second++) {
    client.emit(Events.ShardError, new Error('Unexpected server response: 502'), 0);
    client.emit(Events.ShardReconnecting, 0);
    await clock.pass(1000);
  }
  client.emit(Events.ShardReady, 0, undefined);
  const minutes = said().map(({ data }) => ('seconds' in data ? data.seconds : 0));
  expect(minutes).toEqual([0, 60, 180, 420, 600]);
  expect(said()[0]).toMatchObject({ level: 'warn', data: { why: 'Unexpected server response: 502' } });
  expect(said().at(-1)).toMatchObject({ level: 'info', message: 'the connection to Discord is back' });
});

test('a clean end is no loss, and the first login no return', () => {
  const { client, stop, said } = connected();
  client.emit(Events.ShardReady, 0, undefined);
  stop();
  client.emit(Events.ShardReconnecting, 0);
  expect(said()).toEqual([]);
});
