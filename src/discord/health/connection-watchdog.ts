import type { Clock, Log } from '../ports.ts';
import type { Probes } from './probes.ts';

/** How often the connection is looked at, in ms. */
const LOOK_EVERY = 10_000;

/**
 * Resolves to true when the connection to Discord has been down for `limit` ms without a break, to false when `signal`
 * aborts. discord.js connects again by itself; where that does not come to an end, a fresh process is better.
 */
export async function connectionIsDead(
  { gatewayReady }: Pick<Probes, 'gatewayReady'>,
  limit: number,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
  signal: AbortSignal,
): Promise<boolean> {
  let downSince: number | null = null;
  while (!signal.aborted) {
    await clock.sleep(LOOK_EVERY, signal).catch(() => {});
    if (signal.aborted) break;
    if (gatewayReady()) downSince = null;
    else downSince ??= clock.elapsed();
    if (downSince !== null && clock.elapsed() - downSince >= limit) {
      log.error(
        { minutes: Math.round(limit / 60_000) },
        'the connection to Discord has been down too long; the bot ends',
      );
      return true;
    }
  }
  return false;
}
