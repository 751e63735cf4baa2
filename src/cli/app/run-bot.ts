import { commands } from '../../../commands/index.ts';
import type { IndexSource } from '../../answers/types.ts';
import type { Config } from '../../config/config.ts';
import { startBot } from '../../discord/bot.ts';
import { requireToken } from '../../discord/connection/disconnects.ts';
import { watchEventLoop } from '../../discord/health/event-loop-watchdog.ts';
import { createLog } from '../../discord/log.ts';
import type { Log } from '../../discord/ports.ts';
import { runUntilStopped } from '../../discord/run-until-stopped.ts';
import { encoderProcess } from '../../encoder/process.ts';
import type { Encoder } from '../../encoder/types.ts';
import { IndexProblem } from '../../indexing/errors.ts';
import { assertCurrent } from '../../indexing/freshness.ts';
import { type PageServer, servePages } from '../../web/server.ts';
import { createLetterJobs } from '../letter-jobs/letter-jobs.ts';
import type { Settings } from '../options/settings.ts';
import { withBotStores } from './bot-stores.ts';
import { openIndexSource } from './index-source.ts';
import { openStore } from './open-store.ts';

/** Runs the bot until it is stopped; resolves to the exit code. */
export async function runBot(settings: Settings): Promise<number> {
  const { config } = settings;
  requireToken(config);
  const longest = config.WATCHDOG_MINUTES * 60_000;
  if (longest > 0) watchEventLoop(longest);
  const log = createLog(config);
  const encoder = await encoderProcess({
    model: settings.model,
    onRestart: (why) => log.error({ why }, "the encoder's process ended and is started anew"),
  });
  if (encoder.unread) log.warn({ why: encoder.unread }, 'passages are found but not read with the question in mind');
  const store = await openStore(settings);
  try {
    const source = await openIndexSource(settings, encoder, store);
    if (!store.shared) await warnWhenBehind(settings, encoder, log);
    return await serve(source, settings, log, () => encoder.isReady());
  } finally {
    await store.close();
    await encoder.close();
  }
}

/** Yesterday's letters are better than no bot: what changed is taken in once it is indexed. */
async function warnWhenBehind({ indexDir, lettersDir }: Settings, encoder: Encoder, log: Log): Promise<void> {
  await assertCurrent({ indexDir, lettersDir, encoder }).catch((error: unknown) => {
    if (error instanceof IndexProblem) log.warn({ why: error.why }, 'the index is behind; run "briefwijzer index"');
    else throw error;
  });
}

async function serve(source: IndexSource, settings: Settings, log: Log, encoderReady: () => boolean): Promise<number> {
  const { config } = settings;
  return withBotStores(config, log, async (stores) => {
    const pages = await startPages(config, source, log);
    try {
      const jobs = createLetterJobs(settings);
      const bot = await startBot({
        config,
        source,
        stores,
        intake: jobs,
        follower: jobs,
        commands,
        log,
        encoderReady,
      });
      return await runUntilStopped(bot, log);
    } finally {
      await pages?.stop();
    }
  });
}

/** Serves the letters' pages where a port is given for them. */
async function startPages(config: Config, source: IndexSource, log: Log): Promise<PageServer | null> {
  const { WEB_PORT: port, WEB_HOST: host, PUBLIC_URL: publicUrl, DEFAULT_LANGUAGE: language } = config;
  if (port === undefined) return null;
  const pages = await servePages({ port, host, publicUrl, language, library: () => source.current() });
  log.info({ url: pages.url, publicUrl }, "the letters' pages are served");
  return pages;
}
