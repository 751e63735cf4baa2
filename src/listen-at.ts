import type { Server } from 'node:http';
import { errorCode } from './error-code.ts';
import { Problem } from './problem.ts';

/** Where a server listens, and what the two are called in the environment. */
export interface ListenAt {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** "The pages": the subject of the sentence that says that it can't be had. */
  readonly what: string;
  /** "WEB_HOST, WEB_PORT". */
  readonly variables: string;
}

/**
 * Has an HTTP server listen.
 * @returns its address: "http://127.0.0.1:8080"
 * @throws {Problem} when it can't listen there
 */
export async function listenAt(server: Server, { port, host, what, variables }: ListenAt): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const why = errorCode(cause) === 'EADDRINUSE' ? 'that port is in use' : cause.message;
      reject(new Problem(`${what} can't be served at ${host}, port ${port} (${variables}): ${why}.`, { cause }));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const actual = typeof address === 'object' && address ? address.port : port;
  return `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
}
