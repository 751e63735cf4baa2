import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkToken } from '../../../src/cli/app/check-token.ts';
import { readConfig } from '../../../src/config/config.ts';
import { LocalDiscord } from '../../../src/local-discord/index.ts';

let discord: LocalDiscord;
beforeEach(async () => {
  discord = await LocalDiscord.start();
});
afterEach(() => discord.stop());

const check = (env: Readonly<Record<string, string>> = {}) =>
  checkToken(readConfig({ DISCORD_TOKEN: discord.settings.token, DISCORD_API: discord.api, ...env }), true);

test('a token is called wrong only where Discord says so', async () => {
  expect(await check()).toMatchObject({ state: 'ok' });
  const wrong = await check({ DISCORD_TOKEN: 'MTIzNDU2.wrong.token' });
  expect(wrong).toMatchObject({ state: 'broken', says: expect.stringMatching(/^the token was not accepted/) });
  const unreachable = { state: 'broken', says: expect.stringMatching(/^Discord can't be reached \(.+\): look at/) };
  expect(await check({ DISCORD_API: 'http://127.0.0.1:1/api' })).toMatchObject(unreachable);
  discord.faults.fail('GET /applications/@me', 503, Number.POSITIVE_INFINITY);
  expect(await check()).toMatchObject(unreachable);
});
