import { once } from 'node:events';
import { request } from 'node:http';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { meetingsOf } from '../../src/answers/meetings.ts';
import type { Library } from '../../src/answers/types.ts';
import { type PageServer, type ServerOptions, servePages } from '../../src/web/server.ts';
import { lettersFrom } from '../support/letters-library.ts';
import { FORMS } from './forms.ts';

type Shown = Pick<Library, 'meetings'>;

const shown = (files: Readonly<Record<string, string>>): Shown => ({ meetings: meetingsOf(lettersFrom(files)) });
const [first = ''] = lettersFrom(FORMS).map(({ id }) => id);

let library: Shown;
let server: PageServer;
const start = (options: Partial<ServerOptions> = {}) =>
  servePages({ port: 0, host: '127.0.0.1', language: 'nl', library: () => library, ...options });
beforeEach(async () => {
  library = shown(FORMS);
  server = await start();
});
afterEach(() => server.stop());

const get = (path: string, init: RequestInit = {}) => fetch(server.url + path, { redirect: 'manual', ...init });

/** What answers bytes that no browser would send: its first line. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.end(bytes);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString().split('\r\n')[0] ?? '';
}

test('A letter and the list are served with headers that let nothing run', async () => {
  for (const path of ['/letters/', `/letters/${first}/`, `/letters/${first}/?q=1`]) {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('script-src');
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  }
});

test('HEAD has the headers alone; other methods are not answered', async () => {
  const head = await get('/letters/', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
  expect(Number(head.headers.get('content-length'))).toBe((await (await get('/letters/')).arrayBuffer()).byteLength);
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const response = await get('/letters/', { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  }
});

test('An address without its last slash is sent on, with a path that also holds below another address', async () => {
  const place = async (path: string) => {
    const { status, headers } = await get(path);
    return [status, headers.get('location')];
  };
  expect(await place('/')).toEqual([308, 'letters/']);
  expect(await place('/letters')).toEqual([308, 'letters/']);
  expect(await place(`/letters/${first}`)).toEqual([308, `${first}/`]);
});

describe('A page that is not there is said to be so', () => {
  test.each([
    '/letters/aaaaaaaaaaaa/',
    '/letters/../../etc/passwd',
    '/letters/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '/letters/__proto__/',
    '/letters/constructor/',
    '/letters/%00/',
    '/letters/%E0%A4%A/',
    '/letters/<script>alert(1)</script>/',
    `/letters/${'a'.repeat(5000)}/`,
    '//evil.example/letters/',
    '/favicon.ico',
  ])('%s', async (path) => {
    const status = await answerTo(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
    expect(status).toBe('HTTP/1.1 404 Not Found');
  });

  test('with a way back', async () => {
    const response = await get('/letters/aaaaaaaaaaaa/');
    const page = await response.text();
    expect(page).toContain('href="../../letters/"');
    expect(page).toContain('Deze bladzijde is er niet');
  });
});

test('Requests that are no requests, or have huge headers, harm nobody', async () => {
  expect(await answerTo('GEEN HTTP\r\n\r\n')).toMatch(/^HTTP\/1\.1 400/);
  expect(await answerTo(`GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(/ 431 /);
  expect((await get('/letters/')).status).toBe(200);
});

test('A page is in the language that the browser asks for', async () => {
  const language = async (accept: string) =>
    (await get('/letters/', { headers: { 'accept-language': accept } })).headers.get('content-language');
  expect(await language('en-GB,en;q=0.9,nl;q=0.8')).toBe('en');
  expect(await language('nl-BE')).toBe('nl');
  expect(await language('fr, de')).toBe('nl');
});

test('After a swap of the index the pages are those of the new one', async () => {
  expect((await get(`/letters/${first}/`)).status).toBe(200);
  library = shown({ 'agenda.txt': FORMS['agenda.txt'] });
  expect((await get(`/letters/${first}/`)).status).toBe(404);
  expect(await (await get('/letters/')).text()).toContain('1 brief van ministers');
});

test('On loopback a name from elsewhere that was made to point here is not let in; the public one is', async () => {
  const open = async (host: string) => {
    const sent = request(`${server.url}/letters/`, { headers: { host } }).end();
    const [response] = await once(sent, 'response');
    response.resume();
    return response.statusCode;
  };
  expect(await open('evil.example')).toBe(403);
  expect(await open('localhost')).toBe(200);
  await server.stop();
  server = await start({ publicUrl: 'https://brieven.example' });
  expect(await open('brieven.example')).toBe(200);
});

test('A port that is in use is told in a sentence', async () => {
  const port = Number(new URL(server.url).port);
  await expect(start({ port })).rejects.toThrow(`port ${port} (WEB_HOST, WEB_PORT): that port is in use.`);
});

test('It stops, also with a connection that is open and idle', async () => {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(`GET /letters/ HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  await once(socket, 'data');
  const closed = once(socket, 'close');
  socket.resume();
  await server.stop();
  await closed;
  await expect(get('/letters/')).rejects.toThrow();
});
