import { MessageFlags, PermissionFlagsBits } from 'discord.js';
import type { Context } from '../context.ts';
import { notice } from '../messages/notice.ts';
import type { OutgoingMessage } from '../messages/parts/parts.ts';
import { failed } from './attempt.ts';
import type { Answerable } from './command.ts';
import { isLost, isRefused, isTransient, isUnknownMessage, isUnsent } from './errors.ts';
import type { Visibility } from './outcome.ts';
import { payload, withoutPictures } from './payload.ts';
import { DELIVERY_WAITS, withRetries } from './retry.ts';

/**
 * Puts a message in place of "thinking". One that Discord refuses is sent without its pictures, or the person is told
 * that it can't be shown.
 *
 * @returns whether the message is shown
 * @throws what Discord answers when it fails for good
 */
export async function show(
  interaction: Answerable,
  visibility: Visibility,
  message: OutgoingMessage,
  context: Context,
): Promise<boolean> {
  try {
    await patiently(() => interaction.editReply(payload(message)), context);
    return true;
  } catch (error) {
    if (!isRefused(error)) throw error;
    const plain = withoutPictures(message);
    if (plain) {
      context.log.warn({ error }, 'Discord refused an answer with a picture; it is sent without');
      return show(interaction, visibility, plain, context);
    }
    await sayPrivately(interaction, visibility, failed(error, context), context);
    return false;
  }
}

/** Tells the person alone, in place of "thinking", whoever sees that. */
export async function sayPrivately(
  interaction: Answerable,
  visibility: Visibility,
  sentence: string,
  context: Context,
): Promise<void> {
  const message = payload(notice(sentence));
  if (visibility !== 'public') {
    await patiently(() => interaction.editReply(message), context);
    return;
  }
  // What was acknowledged publicly cannot become private: it goes, and another message comes.
  await patiently(() => interaction.deleteReply(), context).catch((error: unknown) => {
    // It went at an earlier try, whose answer was lost.
    if (!isUnknownMessage(error)) throw error;
  });
  const flags = message.flags | MessageFlags.Ephemeral;
  await patiently(async () => {
    try {
      await interaction.followUp({ ...message, flags });
    } catch (error) {
      // Nobody but the person can see whether it came: once is better than twice.
      if (!isLost(error)) throw error;
      context.log.warn({ error }, 'a person may not have been told of a failure');
    }
  }, context);
}

/**
 * Posts a message in the channel, once: where the answer to a try is lost, the channel shows whether it is there.
 *
 * @returns null when it is posted, else what to tell the person
 */
export async function post(
  interaction: Answerable,
  message: OutgoingMessage,
  context: Context,
): Promise<string | null> {
  let mayBeThere = false;
  const send = async () => {
    if (mayBeThere && (await isPosted(interaction))) return;
    try {
      await interaction.followUp(payload(message));
    } catch (error) {
      mayBeThere ||= isTransient(error) && !isUnsent(error);
      throw error;
    }
  };
  try {
    await patiently(send, context);
    return null;
  } catch (error) {
    const sentence = failed(error, context);
    return mayBeThere ? context.texts.problem.maybePosted : sentence;
  }
}

const TO_LOOK = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;

/**
 * Whether a follow-up to this interaction stands in the channel.
 *
 * @throws where the bot can't look there
 */
async function isPosted({ id, applicationId, channel, appPermissions }: Answerable): Promise<boolean> {
  if (!channel?.isTextBased() || !appPermissions.has(TO_LOOK))
    throw new Error('a follow-up may have been posted, and the bot may not look in the channel');
  const since = await channel.messages.fetch({ after: id, limit: 100, cache: false });
  return since.some(
    ({ author, interactionMetadata: about }) =>
      author.id === applicationId && about?.id === id && about.originalResponseMessageId !== null,
  );
}

function patiently<T>(send: () => Promise<T>, { clock, stats }: Context): Promise<T> {
  return withRetries(send, DELIVERY_WAITS, clock, () => stats.count('retries'));
}
