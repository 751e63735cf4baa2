import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { packageRoot } from '../package-root.ts';

const TYPES = new Map([
  ['html', 'text/html'],
  ['css', 'text/css'],
  ['js', 'text/javascript'],
  ['svg', 'image/svg+xml'],
]);

/** The page's own files, by an address that is their place in the package; its scripts are built from TypeScript. */
const FILE = /^\/src\/(?:preview\/page|texts)\/[a-z.-]+\.(css|js|svg)$/;

/** Only what this server itself gives is loaded or run, and nobody puts the page in a frame. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Answers with a file of the page, or 404. */
export async function servePageFile(address: string, response: ServerResponse): Promise<void> {
  const file = address === '/' ? '/src/preview/page/index.html' : address;
  const kind = file === address ? FILE.exec(file)?.[1] : 'html';
  const type = kind === undefined ? undefined : TYPES.get(kind);
  const folder = kind === 'js' ? path.join(packageRoot(), 'dist') : packageRoot();
  const bytes = type ? await readFile(path.join(folder, file)).catch(() => null) : null;
  if (!type || !bytes) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
    return;
  }
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-cache',
  });
  response.end(bytes);
}
