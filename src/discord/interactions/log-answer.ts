import type { Services } from '../context.ts';
import type { Facts } from './outcome.ts';

/** One line for each answer: to what, how long it took, what came of it; the question only where it may be logged. */
export function logAnswer(
  what: Readonly<Record<string, string | boolean>>,
  begun: number,
  facts: Facts = {},
  { clock, config, log }: Services,
): void {
  const { question, ...others } = facts;
  log.info({ ...what, ms: clock.now() - begun, ...others, ...(config.LOG_QUESTIONS && { question }) }, 'answered');
}
