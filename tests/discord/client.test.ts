import { expect, test, vi } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { createClient } from '../../src/discord/connection/client.ts';

test('what discord.js keeps of how interactions are limited is forgotten within minutes', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const makeRequest = async () => new Response(null, { status: 204 });
    const client = createClient(readConfig({}), { rest: { makeRequest } });
    client.token = 'token';
    for (let i = 0; i < 100; i++)
      await client.rest.patch(`/webhooks/100000000000000001/token-${i}/messages/@original`, { auth: false });
    expect(client.rest.handlers.size).toBeGreaterThanOrEqual(100);
    vi.advanceTimersByTime(10 * 60_000);
    expect(client.rest.handlers.size).toBe(0);
    await client.destroy();
  } finally {
    vi.useRealTimers();
  }
});
