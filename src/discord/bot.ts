import path from 'node:path';
import { type Client, type ClientOptions, Events } from 'discord.js';
import type { IndexSource } from '../answers/types.ts';
import type { Config } from '../config/config.ts';
import { createClient } from './connection/client.ts';
import { loginProblem, requireToken } from './connection/disconnects.ts';
import { inviteLink } from './connection/invite.ts';
import { createOwners } from './connection/owners.ts';
import { connectionStands } from './connection/stands.ts';
import type { Services } from './context.ts';
import { createAnnouncer } from './follow/announce.ts';
import { follow } from './follow/follow.ts';
import type { Follower } from './follow/port.ts';
import { openFollowStore } from './follow/state.ts';
import { connectionIsDead } from './health/connection-watchdog.ts';
import type { Probes } from './health/probes.ts';
import { serveHealth } from './health/server.ts';
import { finishChange } from './intake/finish-change.ts';
import type { Intake } from './intake/port.ts';
import { createUploads } from './intake/uploads.ts';
import type { Command } from './interactions/command.ts';
import { createGate } from './library/gate.ts';
import { watchIndex } from './library/watch-index.ts';
import { OWN_LIMITS } from './limits.ts';
import { listen } from './listen.ts';
import { createPlaces } from './places.ts';
import { type Clock, type Log, systemClock } from './ports.ts';
import { createRateLimits } from './rate-limits.ts';
import { createSharing } from './sharing.ts';
import { Stats } from './stats.ts';
import { forgetOld } from './stores/retention.ts';
import { openStores, type Stores } from './stores/stores.ts';
import { createTold } from './told.ts';

/** How long questions under way may take to finish when the bot stops, and how long Discord to say goodbye, in ms. */
const LAST_WORDS = 6000;
const GOODBYE = 1500;

/** The exit code of a bot whose connection to Discord did not come back. */
export const CONNECTION_DEAD = 3;

export interface BotOptions {
  readonly config: Config;
  readonly source: IndexSource;
  readonly intake: Intake;
  /** Looks for letters of the dossiers that FOLLOW names. */
  readonly follower?: Follower;
  readonly commands: readonly Command[];
  readonly log: Log;
  /** Settings, feedback and trays; those of the data folder where they are not given. */
  readonly stores?: Stores | undefined;
  readonly clock?: Clock;
  /** Whether the encoder's process runs, for /healthz. */
  readonly encoderReady?: () => boolean;
  /** Stops the bot when it aborts. */
  readonly signal?: AbortSignal;
  readonly clientOptions?: Partial<ClientOptions>;
}

export interface Bot {
  /** Takes no more questions, finishes those under way, and logs out; within 8 seconds. */
  stop(): Promise<void>;
  /** Resolves to the exit code when the bot has ended: 0 after `stop`, 1 when Discord closed it out, 3 when the
   * connection to Discord was down for WATCHDOG_MINUTES. */
  readonly done: Promise<number>;
  readonly stats: Stats;
  /** Where it can be added to a server. */
  readonly invite: string;
  /** Where health and metrics are served; null where they are not. */
  readonly health: string | null;
}

/**
 * Logs in and answers until it is stopped.
 *
 * @throws {Problem} when the data folder can't be used
 * @throws {DiscordProblem} when the token is missing or refused, or Discord cannot be reached
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { config, source, intake, commands, log, clock = systemClock, signal, clientOptions } = options;
  const token = requireToken(config);
  const following = config.FOLLOW ? await openFollowStore(path.join(config.DATA_DIR, 'follow.json'), log) : null;
  const { settings, feedback, trays } = options.stores ?? (await openStores(config.DATA_DIR, log));
  const client = createClient(config, clientOptions);
  const services: Services = {
    config,
    source,
    settings,
    feedback,
    trays,
    sharing: createSharing(clock),
    limits: createRateLimits(config.USER_RATE_LIMIT, config.GUILD_RATE_LIMIT, clock),
    gate: createGate(clock),
    intake,
    uploads: createUploads(clock),
    readings: createPlaces(OWN_LIMITS.readings.each, OWN_LIMITS.readings.all),
    owners: createOwners(config, client),
    stats: new Stats(clock.now()),
    told: createTold(),
    clock,
    log,
    ping: () => client.ws.ping,
  };
  const running = listen(client, commands, services);
  const probes: Probes = {
    gatewayReady: () => connectionStands(client),
    ping: () => client.ws.ping,
    encoderReady: options.encoderReady ?? (() => true),
  };
  const { HEALTH_PORT: port, HEALTH_HOST: host } = config;
  const health = port === undefined ? null : await serveHealth({ port, host }, services, probes);
  try {
    await login(client, token, running.closed);
  } catch (error) {
    await health?.stop();
    throw error;
  }
  const watching = new AbortController();
  void watchIndex(services, watching.signal);
  void finishChange(services, watching.signal);
  void forgetOld(feedback, config.FEEDBACK_DAYS, services, watching.signal);
  if (following && config.FOLLOW && options.follower) {
    const { FOLLOW: dossiers, FOLLOW_CHANNEL: channel } = config;
    const announcer = channel === undefined ? null : createAnnouncer(client, channel, services);
    void follow({ dossiers, follower: options.follower, store: following, announcer, services }, watching.signal);
  }
  const { application } = client;
  const invite = inviteLink(application?.id ?? '');
  log.info({ invite, health: health?.url, letters: source.current().coverage.letters }, 'the bot is ready');

  let end = (_code: number): void => {};
  const done = new Promise<number>((resolve) => {
    end = resolve;
  });
  let stopping: Promise<void> | null = null;
  const finish = async (code: number): Promise<void> => {
    running.stopTaking();
    watching.abort();
    await Promise.race([running.idle(), clock.sleep(LAST_WORDS)]);
    running.abandon();
    await Promise.race([client.destroy(), clock.sleep(GOODBYE)]);
    await health?.stop();
    end(code);
  };
  const stop = (code = 0): Promise<void> => {
    stopping ??= finish(code);
    return stopping;
  };
  running.closed.catch((error: unknown) => {
    log.error({ error }, error instanceof Error ? error.message : 'the connection to Discord ended');
    return stop(1);
  });
  const longest = config.WATCHDOG_MINUTES * 60_000;
  if (longest > 0) {
    void connectionIsDead(probes, longest, services, watching.signal).then((dead) => {
      if (dead) void stop(CONNECTION_DEAD);
    });
  }
  if (signal?.aborted) void stop();
  signal?.addEventListener('abort', () => void stop(), { once: true });
  return { stop: () => stop(), done, stats: services.stats, invite, health: health?.url ?? null };
}

async function login(client: Client, token: string, closed: Promise<never>): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  try {
    await Promise.race([client.login(token), closed]);
    await Promise.race([ready, closed]);
  } catch (error) {
    await client.destroy();
    throw loginProblem(error);
  }
}
