import { tidyDossier } from '../../letters/papers.ts';
import { Problem } from '../../problem.ts';
import type { Services } from '../context.ts';
import { officialServices } from '../intake/official-services.ts';
import { isRefused } from '../interactions/errors.ts';
import { reloadIndex } from '../library/watch-index.ts';
import type { Announcer } from './announce.ts';
import type { Follower, FollowTask } from './port.ts';
import type { FollowStore } from './state.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Letters of so long before a dossier was followed are new too: services publish with a delay. */
const BEFORE = 14 * DAY;

export interface Following {
  /** "28676". */
  readonly dossiers: readonly string[];
  readonly follower: Follower;
  readonly store: FollowStore;
  /** Null where nothing is announced. */
  readonly announcer: Announcer | null;
  readonly services: Services;
}

/**
 * Looks for new letters of dossiers once a day, also over restarts, until `signal` aborts: takes them in, swaps the index
 * and announces each of them once. What fails is tried again in an hour. Never rejects.
 */
export async function follow(following: Following, signal: AbortSignal): Promise<void> {
  const { clock, log } = following.services;
  const { lookedAt, triedAt } = following.store.state;
  // A bot that is started over and over does not ask over and over.
  let next = Math.max(after(lookedAt, DAY), after(triedAt, HOUR));
  for (;;) {
    try {
      // Within a day, however a clock was set.
      await clock.sleep(Math.min(DAY, Math.max(0, next - clock.now())), signal);
    } catch {
      return;
    }
    try {
      await look(following, signal);
      next = clock.now() + DAY;
    } catch (error) {
      if (signal.aborted) return;
      log.warn({ error }, 'looking for new letters failed; it is tried again in an hour');
      next = clock.now() + HOUR;
    }
  }
}

function after(moment: string | null, ms: number): number {
  return moment === null ? 0 : Date.parse(moment) + ms;
}

async function look(following: Following, signal: AbortSignal): Promise<void> {
  const { follower, store, services } = following;
  const { clock, log, source } = services;
  const { letters, problems } = await follower.follow(await taskOf(following), signal);
  const { began, announced } = store.state;
  const fresh = letters.filter(({ dossier, added }) => added >= (began[dossier] ?? ''));
  log.info({ letters: fresh.length, problems }, 'looked for new letters of the dossiers that are followed');
  if (await source.changed()) await reloadIndex(services);
  const files = new Set(fresh.map(({ file }) => file).filter((file) => !announced.includes(file)));
  await announceAll(files, following, signal);
  const known = new Set(source.current().letters.map(({ file }) => file));
  const late = fresh.filter(({ file, added }) => !known.has(file) && after(added, DAY) > clock.now());
  if (late.length > 0) throw new Problem(`Not in the index yet: ${late.map(({ file }) => file).join(', ')}.`);
  await store.change({ lookedAt: new Date(clock.now()).toISOString() });
}

/** What to ask, with the dossiers that are followed from now on. */
async function taskOf({ dossiers, store, services: { clock, config } }: Following): Promise<FollowTask> {
  const names = dossiers.map(tidyDossier);
  const now = new Date(clock.now()).toISOString();
  const began = { ...Object.fromEntries(names.map((name) => [name, now])), ...store.state.began };
  await store.change({ began, triedAt: now });
  const since = (name: string): string => new Date(Date.parse(began[name] ?? now) - BEFORE).toISOString().slice(0, 10);
  return {
    dossiers: names.map((dossier) => ({ dossier, since: since(dossier) })),
    ...officialServices(config),
  };
}

/** Announces letters, the oldest first. One that is announced is never announced again, nor one that Discord refuses to show. */
async function announceAll(
  files: ReadonlySet<string>,
  { announcer, store, services: { source, log } }: Following,
  signal: AbortSignal,
): Promise<void> {
  const library = source.current();
  const letters = library.letters
    .filter(({ file }) => files.has(file))
    .sort((a, b) => (a.letterDate ?? '').localeCompare(b.letterDate ?? '') || a.file.localeCompare(b.file));
  for (const letter of letters) {
    signal.throwIfAborted();
    await announcer?.announce(letter, library, signal).catch((error: unknown) => {
      // The same message would be refused again, and hold up all that come after it.
      if (!isRefused(error)) throw error;
      log.error({ error, file: letter.file }, 'Discord refused the announcement of a letter');
    });
    await store.change({ announced: [...store.state.announced, letter.file] });
  }
}
