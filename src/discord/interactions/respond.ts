import { MessageFlags } from 'discord.js';
import type { Context } from '../context.ts';
import { notice } from '../messages/notice.ts';
import { withTyped } from '../messages/typed.ts';
import { attempt } from './attempt.ts';
import type { Answerable } from './command.ts';
import { post, sayPrivately, show } from './deliver.ts';
import { isAlreadyAcknowledged } from './errors.ts';
import { followThrough } from './follow.ts';
import type { Outcome, Visibility } from './outcome.ts';
import { payload } from './payload.ts';
import { ACKNOWLEDGEMENT_WAITS, withRetries } from './retry.ts';

/**
 * Acknowledges an interaction at once, does the work, and puts the outcome in place of "thinking". A failure of the work
 * is logged under a reference that the person is told, privately.
 *
 * @returns the outcome, or null when the person was told of a failure
 * @throws what Discord answers when the acknowledgement or the delivery fails for good
 */
export async function respond(
  interaction: Answerable,
  visibility: Visibility,
  work: () => Promise<Outcome> | Outcome,
  context: Context,
): Promise<Outcome | null> {
  const acknowledged = acknowledge(interaction, visibility, context);
  // The work starts while the acknowledgement is on its way.
  const outcome = attempt(async () => {
    const done = await work();
    // Nobody hears of it: the attempt is over.
    if (context.waiting.signal.aborted) done.giveBack?.();
    return done;
  }, context);
  try {
    await acknowledged;
  } catch (error) {
    context.waiting.abort(error);
    const late = await outcome;
    if (late.ok) late.value.giveBack?.();
    throw error;
  }
  const result = await outcome;
  if (!result.ok) {
    await sayPrivately(interaction, visibility, result.sentence, context);
    return null;
  }
  const { broadcast, follow, giveBack } = result.value;
  const message = withTyped(result.value.message, context.typed, context.texts);
  let isShown = false;
  try {
    isShown = await show(interaction, visibility, message, context);
  } finally {
    if (!isShown) giveBack?.();
  }
  const posted = broadcast && isShown ? await post(interaction, broadcast, context) : null;
  if (posted?.is === 'failed') giveBack?.();
  const receipt = posted && result.value.posted?.(posted);
  const problem = posted && posted.is !== 'posted' ? posted.sentence : null;
  const after = problem === null ? receipt : notice(problem);
  if (after) await show(interaction, visibility, after, context);
  if (follow && isShown) await followThrough(follow, interaction, visibility, context);
  return isShown && problem === null ? result.value : null;
}

/** One private sentence, without work. */
export async function refuse(interaction: Answerable, sentence: string, context: Context): Promise<void> {
  const message = payload(withTyped(notice(sentence), context.typed, context.texts));
  const flags = message.flags | MessageFlags.Ephemeral;
  await onceAcknowledged(() => interaction.reply({ ...message, flags }), context);
}

async function acknowledge(interaction: Answerable, visibility: Visibility, context: Context): Promise<void> {
  const options = visibility === 'private' ? { flags: MessageFlags.Ephemeral as const } : {};
  const inPlace = visibility === 'in place' && interaction.isButton();
  await onceAcknowledged(() => (inPlace ? interaction.deferUpdate() : interaction.deferReply(options)), context);
  // Also where an earlier try did arrive, but discord.js was not told so.
  interaction.deferred = true;
}

/** Sends the first answer to an interaction until Discord has it. */
async function onceAcknowledged(send: () => Promise<unknown>, { clock, stats }: Context): Promise<void> {
  const trySend = async (tried: number) => {
    try {
      await send();
    } catch (error) {
      // An earlier try, whose answer was lost, did arrive.
      if (tried === 0 || !isAlreadyAcknowledged(error)) throw error;
    }
  };
  await withRetries(trySend, ACKNOWLEDGEMENT_WAITS, clock, () => stats.count('retries'));
}
