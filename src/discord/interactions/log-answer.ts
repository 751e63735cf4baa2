import type { Services } from '../context.ts';
import type { Facts } from './outcome.ts';

/** One line for each answer, and its count: to what, how long it took, what came of it; the question only where it may be logged. */
export function logAnswer(
  what: Readonly<Partial<Record<'command' | 'button', string>>> & { readonly mention?: true },
  begun: number,
  facts: Facts = {},
  { clock, config, log, stats }: Services,
): void {
  const { question, ...others } = facts;
  const ms = clock.elapsed() - begun;
  const { answered } = others;
  const outcome = answered === undefined ? 'done' : answered ? 'quoted' : 'refused';
  stats.answered({ to: what.command ?? what.button ?? 'mention', outcome, ms });
  log.info({ ...what, ms, ...others, ...(config.LOG_QUESTIONS && { question }) }, 'answered');
}
