import { createServer } from 'node:http';
import { listenAt } from '../listen-at.ts';
import { createResponder, type RespondOptions } from './respond.ts';

export interface ServerOptions extends RespondOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** Where people reach the pages, when that is not this host and port. */
  readonly publicUrl?: string | undefined;
}

export interface PageServer {
  /** "http://127.0.0.1:8080". */
  readonly url: string;
  /** Answers what is under way and closes. */
  stop(): Promise<void>;
}

/** Limits, in bytes, ms and connections: pages are small and read one at a time. */
const LARGEST_HEAD = 8192;
const LONGEST_REQUEST = 10_000;
const MOST_CONNECTIONS = 200;
/** How long requests under way may take when the server stops, in ms. */
const LAST_PAGES = 2000;

const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|\[?::1\]?)$/i;

/**
 * Serves the pages of the letters over HTTP.
 * @throws {Problem} when it can't listen there
 */
export async function servePages(options: ServerOptions): Promise<PageServer> {
  const { port, host, publicUrl } = options;
  const respond = createResponder(options);
  const isHere = hostCheck(host, publicUrl);
  const server = createServer(
    { maxHeaderSize: LARGEST_HEAD, requestTimeout: LONGEST_REQUEST, headersTimeout: LONGEST_REQUEST },
    (request, response) => {
      if (isHere(request.headers.host)) respond(request, response);
      else response.writeHead(403, { 'content-type': 'text/plain' }).end('This is not the address of these pages.\n');
    },
  );
  server.maxConnections = MOST_CONNECTIONS;
  const url = await listenAt(server, { port, host, what: 'The pages', variables: 'WEB_HOST, WEB_PORT' });
  return {
    url,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const late = setTimeout(() => server.closeAllConnections(), LAST_PAGES);
      await closed;
      clearTimeout(late);
    },
  };
}

/** On loopback, a page from elsewhere whose name was made to point here is not let in. */
function hostCheck(host: string, publicUrl: string | undefined): (asked: string | undefined) => boolean {
  if (!LOOPBACK.test(host)) return () => true;
  const publicHost = publicUrl === undefined ? null : new URL(publicUrl).hostname;
  return (asked = '') => {
    const name = asked.replace(/:\d+$/, '').toLowerCase();
    return LOOPBACK.test(name) || name === publicHost;
  };
}
