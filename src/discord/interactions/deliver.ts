import { MessageFlags } from 'discord.js';
import type { Context } from '../context.ts';
import { notice } from '../messages/notice.ts';
import type { OutgoingMessage } from '../messages/parts/parts.ts';
import { withTyped } from '../messages/typed.ts';
import { failed } from './attempt.ts';
import type { Answerable } from './command.ts';
import { isLost, isRefused, isTransient, isUnknownMessage, isUnsent } from './errors.ts';
import type { Post, Visibility } from './outcome.ts';
import { payload, withoutFiles } from './payload.ts';
import { postedThere } from './posted.ts';
import { DELIVERY_WAITS, withRetries } from './retry.ts';

/**
 * Puts a message in place of "thinking". One that Discord refuses is sent without its files, or the person is told
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
    const plain = withoutFiles(message);
    if (plain) {
      context.log.warn({ error }, 'Discord refused an answer with a file or a picture; it is sent without, in words');
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
  const message = payload(withTyped(notice(sentence), context.typed, context.texts));
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

/** Posts a message in the channel, once: where the answer to a try is lost, the channel shows whether it is there. */
export async function post(interaction: Answerable, message: OutgoingMessage, context: Context): Promise<Post> {
  let mayBeThere = false;
  const send = async () => {
    const there = mayBeThere ? await followUpTo(interaction) : null;
    if (there) return there;
    try {
      return await interaction.followUp(payload(message));
    } catch (error) {
      mayBeThere ||= isTransient(error) && !isUnsent(error);
      throw error;
    }
  };
  try {
    const { url } = await patiently(send, context);
    return { is: 'posted', url };
  } catch (error) {
    const sentence = failed(error, context);
    return mayBeThere ? { is: 'unknown', sentence: context.texts.problem.maybePosted } : { is: 'failed', sentence };
  }
}

/** The follow-up to this interaction that stands in the channel. */
function followUpTo(interaction: Answerable) {
  return postedThere(
    interaction,
    'after',
    ({ interactionMetadata: about }) => about?.id === interaction.id && about.originalResponseMessageId !== null,
  );
}

function patiently<T>(send: () => Promise<T>, { clock, stats }: Context): Promise<T> {
  return withRetries(send, DELIVERY_WAITS, clock, () => stats.count('retries'));
}
