import type { Bot } from './bot.ts';
import { type Clock, type Log, systemClock } from './ports.ts';

/** A process that was asked to stop and is still there after this ends whatever it does, in ms. Docker kills after 10 s. */
const HARD_LIMIT = 9500;

/** Errors that nothing caught: with more of them in so short a time, in ms, the bot is broken and a fresh one is better. */
const MOST_STRAYS = 10;
const STRAYS_WITHIN = 60_000;

/**
 * Keeps the process going as long as the bot: SIGTERM and SIGINT stop it in an orderly way, a second one at once, and
 * what nobody caught is logged and counted, and ends the process when there is no end to it.
 *
 * @returns the exit code
 */
export async function runUntilStopped(
  bot: Bot,
  log: Log,
  clock: Pick<Clock, 'elapsed'> = systemClock,
): Promise<number> {
  let asked = false;
  let broken = false;
  let strays: number[] = [];
  const stop = (): void => {
    void bot.stop();
    setTimeout(() => {
      log.warn({}, 'something still holds the process up; it ends now');
      // Being held up is no failure of a bot that was asked to stop.
      process.exit(process.exitCode ?? (broken ? 1 : 0));
    }, HARD_LIMIT).unref();
  };
  const onSignal = (name: NodeJS.Signals): void => {
    if (asked) process.exit(1);
    asked = true;
    log.info({ signal: name }, 'stopping: questions under way are finished');
    stop();
  };
  const onStray = (error: unknown): void => {
    bot.stats.count('errors');
    if (broken) return;
    const now = clock.elapsed();
    strays = [...strays.filter((at) => at > now - STRAYS_WITHIN), now];
    broken = strays.length > MOST_STRAYS;
    log.error({ error }, `an error that nothing caught; the bot ${broken ? 'has had too many and ends' : 'goes on'}`);
    if (broken) stop();
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  process.on('unhandledRejection', onStray).on('uncaughtException', onStray);
  try {
    const code = await bot.done;
    return broken ? 1 : code;
  } finally {
    process.off('SIGTERM', onSignal).off('SIGINT', onSignal);
    process.off('unhandledRejection', onStray).off('uncaughtException', onStray);
  }
}
