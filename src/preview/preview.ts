import { mkdtemp, rm } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { IndexSource, Library } from '../answers/types.ts';
import type { Config } from '../config/config.ts';
import { type Bot, startBot } from '../discord/bot.ts';
import { registerCommands } from '../discord/connection/register.ts';
import type { Intake } from '../discord/intake/port.ts';
import type { Command } from '../discord/interactions/command.ts';
import type { Log } from '../discord/ports.ts';
import type { Happening, LocalDiscord } from '../local-discord/index.ts';
import { createResponder } from '../web/respond.ts';
import { channelOf, personOf } from './acting.ts';
import { EventStreams } from './event-streams.ts';
import { Exchanges } from './exchanges.ts';
import { listenNear } from './listen.ts';
import type { Action, Overview, PreviewEvent, Progress, Viewer } from './protocol.ts';
import { pageRoutes } from './routes.ts';
import { View } from './view.ts';

export interface PreviewOptions {
  /** Where the page is wanted; the next free port is taken when it is in use. */
  readonly port: number;
  /** Token, address and data folder in it are replaced: nothing here reaches the real Discord. */
  readonly config: Config;
  readonly intake: Intake;
  readonly commands: readonly Command[];
  readonly log: Log;
  /** Makes the index ready, telling how far it is; `site` is where the letters' pages are. */
  readonly prepare: (report: (progress: Progress) => void, site: string) => Promise<IndexSource>;
  readonly examples: (library: Library) => Overview['examples'];
}

export interface Preview {
  /** Where the page is: "http://127.0.0.1:4173". */
  readonly url: string;
  readonly discord: LocalDiscord;
  /** The bot, once it is logged in; rejects with what kept it from that, which the page shows too. */
  readonly bot: Promise<Bot>;
  stop(): Promise<void>;
}

/**
 * Serves the page at once and starts the bot behind it: the real client and commands on a local Discord.
 *
 * @throws when no port near the one asked for is free
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const streams = new EventStreams();
  let progress: Progress = { phase: 'loading' };
  let source: IndexSource | null = null;
  let pages: ReturnType<typeof createResponder> | null = null;
  const routes = pageRoutes({
    discord: () => (progress.phase === 'ready' ? discord : null),
    watch: (response, viewer) => watch(response, viewer),
    acted: (action) => acted(action),
    letters: (request, response) => {
      if (pages) pages(request, response);
      else response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '5' }).end('Not ready yet.\n');
    },
  });
  const discord = await listenNear(options.port, routes);
  const view = new View(discord);
  const exchanges = new Exchanges(discord);

  const snapshot = (viewer: Viewer): PreviewEvent => {
    const overview = source && overviewOf(source.current(), options.examples);
    return { kind: 'snapshot', snapshot: view.snapshot(viewer, { progress, overview, exchange: exchanges.last }) };
  };
  const watch = (response: ServerResponse, viewer: Viewer): void => {
    streams.open(response, viewer);
    response.write(`data: ${JSON.stringify(snapshot(viewer))}\n\n`);
  };
  const acted = (action: Action): void => {
    if (action.do === 'language') streams.tell((viewer) => (viewer.person === action.as ? snapshot(viewer) : null));
  };
  const report = (now: Progress): void => {
    progress = now;
    streams.tell(now.phase === 'ready' ? snapshot : () => ({ kind: 'progress', progress: now }));
  };
  discord.happenings.subscribe((it) => {
    if (it.kind === 'request') {
      const exchange = exchanges.add(it.request);
      if (exchange) streams.tell(() => ({ kind: 'exchange', exchange }));
    } else {
      if (it.kind === 'messageCreated') view.noteOrigin(it.message, it.interaction);
      streams.tell((viewer) => eventFor(discord, view, it, viewer));
    }
  });

  let dataDir: string | null = null;
  const bot = begin().then(
    (started) => {
      report({ phase: 'ready' });
      return started;
    },
    (error: unknown) => {
      report({ phase: 'failed', problem: error instanceof Error ? error.message : String(error) });
      throw error;
    },
  );
  async function begin(): Promise<Bot> {
    const { commands, log } = options;
    const token = discord.settings.token;
    const ready = await options.prepare(report, discord.origin);
    source = told(ready, () => streams.tell(snapshot));
    pages = createResponder({ library: () => ready.current(), language: options.config.DEFAULT_LANGUAGE });
    dataDir = await mkdtemp(path.join(tmpdir(), 'briefwijzer-preview-'));
    await registerCommands({ token, commands, api: discord.api });
    const config = {
      ...options.config,
      DISCORD_TOKEN: token,
      DISCORD_API: discord.api,
      DATA_DIR: dataDir,
      PUBLIC_URL: discord.origin,
    };
    return startBot({ config, source, intake: options.intake, commands, log });
  }
  return {
    url: discord.origin,
    discord,
    bot,
    async stop() {
      const started = await bot.catch(() => null);
      await started?.stop();
      streams.close();
      await discord.stop();
      if (dataDir !== null) await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A source that tells when its index was swapped: what the page shows of the letters changes. */
function told(source: IndexSource, onSwap: () => void): IndexSource {
  return {
    current: () => source.current(),
    changed: () => source.changed(),
    async reload() {
      const library = await source.reload();
      onSwap();
      return library;
    },
  };
}

/** What a happening changes for one of the people; null for nothing they see. */
function eventFor(discord: LocalDiscord, view: View, it: Happening, viewer: Viewer): PreviewEvent | null {
  const { person } = viewer;
  const isTheirs = (channelId: string, visibleTo: string | null) =>
    channelId === channelOf(discord, viewer).id && (!visibleTo || visibleTo === personOf(discord, person).id);
  switch (it.kind) {
    case 'messageCreated':
    case 'messageUpdated':
      return isTheirs(it.message.channel_id, it.visibleTo)
        ? { kind: 'message', message: view.message(it.message, person) }
        : null;
    case 'messageDeleted':
      return isTheirs(it.channelId, it.visibleTo) ? { kind: 'gone', id: it.id } : null;
    case 'typing':
      return isTheirs(it.channelId, null) ? { kind: 'typing' } : null;
    default:
      return null;
  }
}

function overviewOf(library: Library, examples: PreviewOptions['examples']): Overview {
  return {
    letters: library.letters.map(({ title, file, letterDate }) => ({ title, file, date: letterDate })),
    passages: library.about.passages,
    model: library.about.model,
    examples: examples(library),
  };
}
