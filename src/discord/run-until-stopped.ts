import type { Bot } from './bot.ts';
import type { Log } from './ports.ts';

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
