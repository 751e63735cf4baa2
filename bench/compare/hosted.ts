import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Reply, type Request, replySchema } from './messages.ts';
import { SYSTEMS, type SystemName } from './system.ts';

export type Done = Exclude<Reply, { failed: string }>;

/** A system in a process of its own; asked one thing at a time. */
export interface Hosted {
  readonly name: SystemName;
  /** @throws Error when the system fails, or its process ends */
  do(request: Request): Promise<Done>;
  end(): Promise<void>;
}

/** Starts the process of a system. */
export async function host(name: SystemName, encoding: 'real' | 'stand-in'): Promise<Hosted> {
  const child = fork(fileURLToPath(new URL('./host.js', import.meta.url)), [name, encoding], {
    // What others print is not ours.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, LANCE_LOG: 'error' },
    execArgv: ['--max-old-space-size=12000'],
  });
  await said(child, name);
  return {
    name,
    async do(request) {
      child.send(request);
      const reply = replySchema.parse(await said(child, name));
      if ('failed' in reply) throw new Error(`${SYSTEMS[name]} failed: ${reply.failed}`);
      return reply;
    },
    async end() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function said(child: ChildProcess, name: SystemName): Promise<unknown> {
  const stop = new AbortController();
  try {
    return await Promise.race([
      once(child, 'message', { signal: stop.signal }).then(([message]) => message),
      once(child, 'exit', { signal: stop.signal }).then(([code, signal]) => {
        throw new Error(`the process of ${SYSTEMS[name]} ended (${signal ?? code})`);
      }),
    ]);
  } finally {
    stop.abort();
  }
}
