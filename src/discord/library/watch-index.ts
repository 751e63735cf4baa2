import type { Library } from '../../answers/types.ts';
import type { Services } from '../context.ts';

/** After a refused index the next look waits twice as long, up to this many ms. */
const LONGEST_WAIT = 60_000;

/**
 * Takes a newer index in and keeps count of it. A bad one is refused: the old one stays in use.
 *
 * @throws what the source says is wrong with it
 */
export async function reloadIndex({ source, stats, clock, log }: Services): Promise<Library> {
  try {
    const library = await source.reload();
    stats.reload = { at: clock.now(), problem: null };
    log.info({ index: library.about.version, letters: library.coverage.letters }, 'the index was swapped');
    return library;
  } catch (error) {
    stats.reload = { at: clock.now(), problem: error instanceof Error ? error.message : String(error) };
    log.error({ error }, 'the new index was refused; the old one stays in use');
    throw error;
  }
}

/** Looks for a newer index every so often until `signal` aborts, and takes it in. Never rejects. */
export async function watchIndex(services: Services, signal: AbortSignal): Promise<void> {
  const { source, clock, config, log } = services;
  const usual = config.INDEX_POLL_SECONDS * 1000;
  let wait = usual;
  for (;;) {
    try {
      await clock.sleep(wait, signal);
    } catch {
      return;
    }
    try {
      if (await source.changed()) await reloadIndex(services);
      wait = usual;
    } catch (error) {
      log.debug({ error }, 'the index will be looked at again later');
      wait = Math.min(LONGEST_WAIT, wait * 2);
    }
  }
}
