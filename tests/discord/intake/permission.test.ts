import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { whyNotChange } from '../../../src/discord/intake/permission.ts';
import { texts } from '../../../src/texts/texts.ts';

const OURS = '100000000000000001';
const THEIRS = '100000000000000002';
const { intake, problem } = texts('nl');

/** What somebody is told who manages a server of a bot that is in so many. */
const told = (guildId: string | null, servers: number, env: Record<string, string> = {}, userId = 'manager') => {
  const asking = { guildId, user: { id: userId }, client: { guilds: { cache: { size: servers } } } };
  const owners = { include: async (id: string) => id === 'owner' };
  return whyNotChange(asking, { config: readConfig(env), owners, texts: texts('nl') });
};

test('whoever manages the only server may; of several only those that are named', async () => {
  expect(await told(OURS, 1)).toBeNull();
  expect(await told(OURS, 2)).toBe(intake.otherServer);
  expect(await told(OURS, 2, { LETTER_SERVERS: `${OURS}` })).toBeNull();
  expect(await told(THEIRS, 2, { LETTER_SERVERS: `${OURS}` })).toBe(intake.otherServer);
  expect(await told(THEIRS, 1, { LETTER_SERVERS: `${OURS}` })).toBe(intake.otherServer);
});

test("a process that serves a part of the servers can't know that there is one only", async () => {
  const shard = { SHARDS: '0', SHARD_COUNT: '2' };
  expect(await told(OURS, 1, shard)).toBe(intake.otherServer);
  expect(await told(OURS, 1, { ...shard, LETTER_SERVERS: OURS })).toBeNull();
});

test('who runs the bot may in any server, and nobody outside of one', async () => {
  expect(await told(THEIRS, 9, {}, 'owner')).toBeNull();
  expect(await told(null, 1, {}, 'owner')).toBe(problem.serverOnly);
});
