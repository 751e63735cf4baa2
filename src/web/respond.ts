import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Library } from '../answers/types.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { LIST } from './address.ts';
import { SECURITY_HEADERS } from './page.ts';
import { missingPage, type Pages, pagesOf } from './pages.ts';

export interface RespondOptions {
  /** Asked anew for each request: after a swap of the index the pages are those of the new one. */
  readonly library: () => Pick<Library, 'meetings'>;
  /** For browsers that ask for neither Dutch nor English. */
  readonly language: TextLanguage;
}

/** Answers requests for pages, and says of everything else that there is no such page. */
export function createResponder({ library, language }: RespondOptions) {
  const made = new WeakMap<Pick<Library, 'meetings'>, Pages>();
  const pagesNow = (): Pages => {
    const current = library();
    const pages = made.get(current) ?? pagesOf(current);
    made.set(current, pages);
    return pages;
  };
  const answer = (path: string, asked: TextLanguage, response: ServerResponse): void => {
    const pages = pagesNow();
    const found = pages.at(path, asked);
    if (found !== null) sendPage(response, 200, found, asked);
    else if (path === '') send(response, 308, { location: LIST });
    else if (pages.paths.includes(`${path}/`)) send(response, 308, { location: `${path.split('/').at(-1)}/` });
    else sendPage(response, 404, missingPage(asked, listFrom(path)), asked);
  };
  return (request: IncomingMessage, response: ServerResponse): void => {
    const { method, url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      send(response, 405, { allow: 'GET, HEAD', 'content-type': 'text/plain' }, 'Only GET and HEAD are answered.\n');
      return;
    }
    const asked = languageAsked(request.headers['accept-language']) ?? language;
    try {
      answer(pathOf(url), asked, response);
    } catch {
      // One page that can't be made must not end the bot that serves it.
      send(response, 500, { 'content-type': 'text/plain' }, 'This page could not be made.\n');
    }
  };
}

/** The path without its first slash, query and fragment; never decoded, for no page needs it. */
function pathOf(url: string): string {
  return (/^\/([^?#]*)/.exec(url)?.[1] ?? url).slice(0, 1000);
}

/** The way from a path that is not there to the list: sites can lie in a folder of another one. */
function listFrom(path: string): string {
  const depth = path.split('/').length - 1;
  return depth < 10 ? '../'.repeat(depth) + LIST : `/${LIST}`;
}

/** The first of the languages there are in what a browser asks for: browsers put the best first. */
function languageAsked(header: string | undefined): TextLanguage | null {
  const found = /(?:^|,)\s*(nl|en)\b/i.exec((header ?? '').slice(0, 200))?.[1]?.toLowerCase();
  return found === 'nl' || found === 'en' ? found : null;
}

function sendPage(response: ServerResponse, status: number, page: string, language: TextLanguage): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-language': language,
    vary: 'accept-language',
    'cache-control': 'no-cache',
  };
  send(response, status, headers, page);
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body = ''): void {
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...SECURITY_HEADERS, ...headers, ...length }).end(body);
}
