import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { bytesWithin } from '../bytes-within.ts';
import { parseJson } from '../json.ts';
import type { LocalDiscord } from '../local-discord/index.ts';
import { act } from './acting.ts';
import { servePageFile } from './page-files.ts';
import { type Action, type ActionResult, actionSchema, PEOPLE, PLACES, type Viewer } from './protocol.ts';
import { takeUpload } from './uploads.ts';

/** Longest body of an action, in bytes. */
const LONGEST = 64 * 1024;

const viewerSchema = z.object({ as: z.enum(PEOPLE).catch('ada'), at: z.enum(PLACES).catch('channel') });

export interface Routes {
  /** Null while there is no bot to act on. */
  readonly discord: () => LocalDiscord | null;
  readonly watch: (response: ServerResponse, viewer: Viewer) => void;
  /** Told after an action that changes what its person sees of the page itself. */
  readonly acted: (action: Action) => void;
  /** The letters' pages. */
  readonly letters: (request: IncomingMessage, response: ServerResponse) => void;
}

/** Answers the page's requests: its files, the event stream, and what people do. */
export function pageRoutes(routes: Routes): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    const [address, base] = [request.url ?? '/', 'http://127.0.0.1'];
    // "//" is none.
    if (!URL.canParse(address, base)) return void response.writeHead(400).end();
    const { pathname, searchParams } = new URL(address, base);
    const route = `${request.method} ${pathname}`;
    if (route === 'GET /preview/events') routes.watch(response, viewerOf(searchParams));
    else if (route === 'POST /preview/act') void takeAction(request, response, routes);
    else if (route === 'POST /preview/upload') void takeUpload(request, response, searchParams, routes.discord());
    else if (pathname.startsWith('/letters')) routes.letters(request, response);
    else if (request.method === 'GET') void servePageFile(pathname, response);
    else response.writeHead(405).end();
  };
}

function viewerOf(query: URLSearchParams): Viewer {
  const { as: person, at: place } = viewerSchema.parse(Object.fromEntries(query));
  return { person, place };
}

async function takeAction(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  // A page from elsewhere can post here, but never as JSON without asking first.
  if (request.headers['content-type'] !== 'application/json') {
    response.writeHead(415).end();
    return;
  }
  // One that breaks off is as little use as one that is too long.
  const body = await bytesWithin(request, LONGEST).catch(() => null);
  const action = body === null ? null : actionSchema.safeParse(parseJson(body.toString('utf8'))).data;
  if (!action) {
    response.writeHead(400).end();
    return;
  }
  const discord = routes.discord();
  const result: ActionResult = discord
    ? await act(discord, action)
    : { done: false, problem: 'not_ready', detail: 'the bot is not logged in yet' };
  if (result.done) routes.acted(action);
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}
