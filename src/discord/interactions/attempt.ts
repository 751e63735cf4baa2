import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { within } from '../library/within.ts';
import { OWN_LIMITS } from '../limits.ts';

export type Attempt<T> =
  | { readonly ok: true; readonly value: T }
  /** The sentence tells a person that it failed, with the reference under which the log says why. */
  | { readonly ok: false; readonly sentence: string };

/**
 * What work gives, or the sentence that says it failed; that is counted and logged. Work that fails, or takes too long,
 * is waited for no longer. Never rejects.
 */
export async function attempt<T>(work: () => Promise<T> | T, context: Context): Promise<Attempt<T>> {
  const { clock, texts, waiting } = context;
  try {
    return { ok: true, value: await within(OWN_LIMITS.answer, work, clock, waiting.signal) };
  } catch (error) {
    // What stopped because nobody waited did not fail.
    if (waiting.signal.aborted) return { ok: false, sentence: texts.problem.stopping };
    waiting.abort(error);
    return { ok: false, sentence: failed(error, context) };
  }
}

/** Counts and logs a failure; returns the sentence by which a person is told, with the reference in the log. */
export function failed(error: unknown, { log, stats, texts }: Context): string {
  const reference = randomUUID().slice(0, 8);
  stats.count('errors');
  log.error({ error, reference }, 'an interaction failed');
  return texts.problem.unexpected(reference);
}
