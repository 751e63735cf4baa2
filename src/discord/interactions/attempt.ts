import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { within } from '../library/within.ts';
import { OWN_LIMITS } from '../limits.ts';

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  /** The sentence tells a person that it failed, with the reference under which the log says why. */
  | { readonly ok: false; readonly sentence: string };

/** What work gives, or the sentence that says it failed; that is counted and logged. Never rejects. */
export async function attempt<T>(
  work: () => Promise<T> | T,
  { clock, log, stats, texts }: Context,
): Promise<Attempt<T>> {
  try {
    return { ok: true, value: await within(OWN_LIMITS.answer, work, clock) };
  } catch (error) {
    const reference = randomUUID().slice(0, 8);
    stats.count('errors');
    log.error({ error, reference }, 'an interaction failed');
    return { ok: false, sentence: texts.problem.unexpected(reference) };
  }
}
