import type { Bot } from './bot.ts';
import type { Log } from './ports.ts';

/** A process that was asked to stop and is still there after this ends whatever it does, in ms. Docker kills after 10 s. */
const HARD_LIMIT = 9500;

/**
 * Keeps the process going as long as the bot: SIGTERM and SIGINT stop it in an orderly way, a second one at once, and
 * what nobody caught is logged and counted.
 *
 * @returns the exit code
 */
export async function runUntilStopped(bot: Bot, log: Log): Promise<number> {
  let asked = false;
  const onSignal = (name: NodeJS.Signals): void => {
    if (asked) process.exit(1);
    asked = true;
    log.info({ signal: name }, 'stopping: questions under way are finished');
    void bot.stop();
    setTimeout(() => process.exit(process.exitCode ?? 1), HARD_LIMIT).unref();
  };
  const onStray = (error: unknown): void => {
    bot.stats.count('errors');
    log.error({ error }, 'an error that nothing caught; the bot goes on');
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  process.on('unhandledRejection', onStray).on('uncaughtException', onStray);
  try {
    return await bot.done;
  } finally {
    process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
    process.off('unhandledRejection', onStray).off('uncaughtException', onStray);
  }
}
