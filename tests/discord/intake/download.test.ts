import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Download, download } from '../../../src/discord/intake/download.ts';
import { OWN_LIMITS } from '../../../src/discord/limits.ts';

let asked = 0;
/** Serves "brief", more than it says at /endless, a redirect at /away. */
const server = createServer((request, response) => {
  asked++;
  if (request.url === '/endless') {
    const chunk = Buffer.alloc(1024 * 1024);
    const push = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', push);
    push();
  } else if (request.url === '/away') response.writeHead(302, { location: '/brief.pdf' }).end();
  else if (request.url === '/gone') response.writeHead(404).end('brief');
  else response.end('brief');
});
let origin = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const fetched = (path: string, size = 5, api = `${origin}/api`): Promise<Download> =>
  download({ url: origin + path, size }, { DISCORD_API: api }, new AbortController().signal);

test('an attachment comes from where Discord is', async () => {
  const got = await fetched('/brief.pdf');
  expect('bytes' in got && Buffer.from(got.bytes).toString()).toBe('brief');
});

test('nothing is fetched from anywhere else, nor what is said to be too large', async () => {
  const before = asked;
  expect(await fetched('/brief.pdf', 5, 'https://discord.com/api')).toEqual({ problem: 'failed' });
  expect(await fetched('/brief.pdf', 5, 'http://127.0.0.1:1/api')).toEqual({ problem: 'failed' });
  expect(await fetched('/brief.pdf', OWN_LIMITS.attachment + 1)).toEqual({ problem: 'too_large' });
  expect(asked).toBe(before);
});

test('more than was said is not read to its end; redirects and errors are not followed', async () => {
  expect(await fetched('/endless')).toEqual({ problem: 'too_large' });
  expect(await fetched('/away')).toEqual({ problem: 'failed' });
  expect(await fetched('/gone')).toEqual({ problem: 'failed' });
});
