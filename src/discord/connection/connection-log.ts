import { type Client, Events } from 'discord.js';
import { errorCode } from '../../error-code.ts';
import type { Clock, Log } from '../ports.ts';

/** While the connection stays away the log says so again after this, then after twice as long each time, in ms. */
const FIRST_REMINDER = 60_000;

/** A connection that is away: since when, and what of it was logged. */
interface Outage {
  readonly since: number;
  tries: number;
  wait: number;
  nextLine: number;
}

/** Logs when the connection to Discord is lost, with the cause, and when it is back; in between seldom. */
export function logConnection(client: Client, log: Log, clock: Clock, isStopping: () => boolean): void {
  let outage: Outage | null = null;
  let cause: { readonly code?: unknown; readonly why?: string } = {};

  const lost = (): void => {
    // The bot takes its leave itself.
    if (isStopping()) return;
    const now = clock.elapsed();
    if (!outage) {
      outage = { since: now, tries: 1, wait: FIRST_REMINDER, nextLine: now + FIRST_REMINDER };
      log.warn(cause, 'the connection to Discord is lost; trying again');
      return;
    }
    outage.tries++;
    if (now < outage.nextLine) return;
    log.warn({ ...cause, ...lasting(outage, now) }, 'still no connection to Discord; trying on');
    outage.wait *= 2;
    outage.nextLine = now + outage.wait;
  };
  const back = (data: object): void => {
    if (outage) log.info({ ...data, ...lasting(outage, clock.elapsed()) }, 'the connection to Discord is back');
    outage = null;
    cause = {};
  };

  const heard = new Set<number>();
  client.on(Events.ShardReady, (id) => {
    back({ session: 'new' });
    // A shard tells only by itself with which code it was closed.
    if (!heard.has(id)) client.ws.shards.get(id)?.on('close', ({ code }) => (cause = { ...cause, code }));
    heard.add(id);
  });
  client.on(Events.ShardResume, (_, replayed) => back({ session: 'resumed', replayed }));
  client.on(Events.ShardError, (error) => {
    cause = { code: errorCode(error), why: error.message };
    log.debug({ error }, 'the connection to Discord reports an error');
  });
  client.on(Events.ShardReconnecting, lost);
}

function lasting({ since, tries }: Outage, now: number): object {
  return { seconds: Math.round((now - since) / 1000), tries };
}
