import type { Library } from '../../answers/types.ts';
import type { Services } from '../context.ts';

/** After a refused index the next look waits twice as long, up to this many ms. */
const LONGEST_WAIT = 60_000;

/**
 * Takes a newer index in and keeps count of it. A bad one is refused: the old one stays in use.
 *
 * @throws what the source says is wrong with it
 */
export async function reloadIndex(services: Services): Promise<Library> {
  const { source, stats, clock, log } = services;
  try {
    const library = await source.reload();
    stats.reload = { at: clock.now(), problem: null };
    log.info({ index: library.about.version, letters: library.coverage.letters }, 'the index was swapped');
    return library;
  } catch (error) {
    refuse(services, error);
    throw error;
  }
}

/** Says once what is wrong with the index in the folder. */
function refuse({ stats, clock, log }: Services, error: unknown): void {
  const problem = error instanceof Error ? error.message : String(error);
  const level = stats.reload?.problem === problem ? 'debug' : 'error';
  stats.reload = { at: clock.now(), problem };
  log[level]({ error }, 'the index in the folder was refused; the one in use stays');
}

async function look(services: Services): Promise<void> {
  const { source, stats, clock, log } = services;
  const changed = await source.changed().catch((error: unknown) => {
    refuse(services, error);
    throw error;
  });
  if (changed) await reloadIndex(services);
  else if (stats.reload?.problem) {
    stats.reload = { at: clock.now(), problem: null };
    log.info({}, 'the index in the folder is in order again');
  }
}

/** Looks for a newer index every so often until `signal` aborts, and takes it in. Never rejects. */
export async function watchIndex(services: Services, signal: AbortSignal): Promise<void> {
  const { clock, config, log } = services;
  const usual = config.INDEX_POLL_SECONDS * 1000;
  let wait = usual;
  for (;;) {
    try {
      await clock.sleep(wait, signal);
    } catch {
      return;
    }
    try {
      await look(services);
      wait = usual;
    } catch (error) {
      log.debug({ error }, 'the index will be looked at again later');
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
  }
}
