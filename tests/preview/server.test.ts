import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Preview } from '../../src/preview/preview.ts';
import { Problem } from '../../src/problem.ts';
import { openPreview } from './stage.ts';

const open: Preview[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((preview) => preview.stop()));
});

async function opened(...given: Parameters<typeof openPreview>): Promise<Preview> {
  const preview = await openPreview(...given);
  open.push(preview);
  return preview;
}

function act({ url }: Preview, action: unknown, type = 'application/json'): Promise<Response> {
  return fetch(`${url}/preview/act`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(action),
  });
}

/** What the event stream says first. */
async function firstEvent({ url }: Preview, person = 'ada'): Promise<string> {
  const response = await fetch(`${url}/preview/events?as=${person}`);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (reader && !text.includes('\n\n')) text += (await reader.read()).value ?? '';
  await reader?.cancel();
  return text;
}

const QUESTION = { do: 'slash', as: 'ada', command: 'ask', values: { question: 'Wat is NAVO 2030?' } };

test('Only this machine is served, and only the page itself may act', async () => {
  const preview = await opened();
  await preview.bot;
  const page = await fetch(preview.url);
  expect(page.status).toBe(200);
  expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self'/);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(preview.url, { headers: { host: 'evil.example' } }, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
  // Forms and scripts of other pages can send plain text, not JSON.
  expect((await act(preview, QUESTION, 'text/plain')).status).toBe(415);
});

test('Files beside the page are not served', async () => {
  const preview = await opened();
  for (const address of [
    '/package.json',
    '/src/preview/page/../../../package.json',
    '/src/preview/preview.js',
    '/.env',
  ])
    expect((await fetch(preview.url + address)).status, address).toBe(404);
});

test('An address that is none is refused, and the page goes on', async () => {
  const preview = await opened();
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(preview.url, { path: '//' }, (response) => resolve(response.statusCode))
      .on('error', reject)
      .end();
  });
  expect(status).toBe(400);
  expect((await fetch(preview.url)).status).toBe(200);
});

test('What is no action is refused, and what Discord would not allow is explained', async () => {
  const preview = await opened();
  await preview.bot;
  expect((await act(preview, { do: 'everything' })).status).toBe(400);
  expect((await act(preview, 'x'.repeat(70_000))).status).toBe(400);
  const missing = await act(preview, { ...QUESTION, values: {} });
  expect(await missing.json()).toEqual({ done: false, problem: 'refused', detail: 'option "question" is required' });
  const gone = await act(preview, { do: 'press', as: 'ada', message: '1', customId: 'x' });
  expect(await gone.json()).toMatchObject({ problem: 'refused', detail: 'that message is gone' });
});

test('A file is taken from the page itself, up to what Discord takes, and a command gets it', async () => {
  const preview = await opened();
  await preview.bot;
  const upload = (bytes: Uint8Array, query = 'as=ada&name=kade.txt', type = 'application/octet-stream') =>
    fetch(`${preview.url}/preview/upload?${query}`, { method: 'POST', headers: { 'content-type': type }, body: bytes });
  expect((await upload(Buffer.from('x'), undefined, 'text/plain')).status).toBe(415);
  expect((await upload(Buffer.from('x'), 'as=eve&name=x')).status).toBe(400);
  expect((await upload(Buffer.alloc(11 * 1024 * 1024)).catch(() => ({ status: 413 }))).status).toBe(413);
  const sent = await upload(Buffer.from('Den Haag, 3 maart 2025\n\nDe haven is lang en breed.\n'));
  const { id } = z.object({ id: z.string() }).parse(await sent.json());
  expect(await (await act(preview, { do: 'slash', as: 'ada', command: 'add', values: { file: id } })).json()).toEqual({
    done: true,
  });
  await expect.poll(() => firstEvent(preview)).toContain('Nothing is stored yet.');
});

test('A port that is in use gives the next one', async () => {
  const [first, second] = [await opened(), await opened()];
  expect(second.url).not.toBe(first.url);
  expect((await fetch(second.url)).status).toBe(200);
});

test('Who asks privately is the only one to get the answer', async () => {
  const preview = await opened();
  await preview.bot;
  expect(await (await act(preview, QUESTION)).json()).toEqual({ done: true });
  await preview.discord.happenings.until('messageUpdated', undefined, { since: 0 });
  expect(await firstEvent(preview, 'ada')).toContain('"messages":[{');
  expect(await firstEvent(preview, 'bram')).toContain('"messages":[]');
});

test('A bot that cannot start says why, to the page and to who started it', async () => {
  const preview = await opened({ prepare: () => Promise.reject(new Problem('There are no letters in nowhere.')) });
  await expect(preview.bot).rejects.toThrow('There are no letters in nowhere.');
  expect(await firstEvent(preview)).toContain('"phase":"failed","problem":"There are no letters in nowhere."');
  expect(await (await act(preview, QUESTION)).json()).toMatchObject({ problem: 'not_ready' });
});

test('Letters have their pages there, once the bot is ready', async () => {
  const preview = await opened();
  await preview.bot;
  const list = await fetch(`${preview.url}/letters/`);
  expect(list.status).toBe(200);
  const [, letter] = /href="([a-z2-7]{12}\/)"/.exec(await list.text()) ?? [];
  expect(await (await fetch(`${preview.url}/letters/${letter}`)).text()).toContain('<article lang="nl"');
});
