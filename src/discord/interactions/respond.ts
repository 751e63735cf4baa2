import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Context } from '../context.ts';
import { notice } from '../messages/notice.ts';
import type { OutgoingFile, OutgoingMessage } from '../messages/parts/parts.ts';
import { attempt } from './attempt.ts';
import { isAlreadyAcknowledged } from './errors.ts';
import type { Outcome, Visibility } from './outcome.ts';
import { ACKNOWLEDGEMENT_WAITS, DELIVERY_WAITS, withRetries } from './retry.ts';

export type Answerable = ButtonInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** An {@link OutgoingMessage} as discord.js sends it: nobody is pinged but those it names. */
export function payload({ components, pings = [], files = [] }: OutgoingMessage) {
  return {
    components,
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [], users: [...pings] },
    // An empty list would take a message's pictures away.
    ...(files.length > 0 && { files: files.map(attachment) }),
  } as const;
}

function attachment({ name, data, description }: OutgoingFile) {
  return { attachment: Buffer.from(data), name, description };
}

/**
 * Acknowledges an interaction at once, does the work, and puts the outcome in place of "thinking". A failure of the work
 * is logged under a reference that the person is told, privately.
 *
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
  const outcome = attempt(work, context);
  try {
    await acknowledged;
  } catch (error) {
    context.waiting.abort(error);
    throw error;
  }
  const result = await outcome;
  if (!result.ok) {
    await sayPrivately(interaction, visibility, result.sentence, context);
    return null;
  }
  const { message, broadcast } = result.value;
  await deliver(() => interaction.editReply(payload(message)), context);
  if (broadcast) {
    const posted = await attempt(() => deliver(() => interaction.followUp(payload(broadcast)), context), context);
    if (!posted.ok) await deliver(() => interaction.editReply(payload(notice(posted.sentence))), context);
  }
  return result.value;
}

/** One private sentence, without work. */
export async function refuse(interaction: Answerable, sentence: string, context: Context): Promise<void> {
  const { components } = notice(sentence);
  const flags = MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral;
  await withRetries(
    () => interaction.reply({ ...payload({ components }), flags }),
    ACKNOWLEDGEMENT_WAITS,
    context.clock,
    () => context.stats.count('retries'),
  );
}

async function acknowledge(interaction: Answerable, visibility: Visibility, { clock, stats }: Context): Promise<void> {
  const options = visibility === 'private' ? { flags: MessageFlags.Ephemeral as const } : {};
  const send = async (tried: number) => {
    try {
      await interaction.deferReply(options);
    } catch (error) {
      // An earlier try whose answer was lost did arrive.
      if (tried === 0 || !isAlreadyAcknowledged(error)) throw error;
      interaction.deferred = true;
    }
  };
  await withRetries(send, ACKNOWLEDGEMENT_WAITS, clock, () => stats.count('retries'));
}

function deliver<T>(send: () => Promise<T>, { clock, stats }: Context): Promise<T> {
  return withRetries(send, DELIVERY_WAITS, clock, () => stats.count('retries'));
}

async function sayPrivately(
  interaction: Answerable,
  visibility: Visibility,
  sentence: string,
  context: Context,
): Promise<void> {
  const message = payload(notice(sentence));
  if (visibility === 'private') {
    await deliver(() => interaction.editReply(message), context);
    return;
  }
  // What was acknowledged publicly cannot become private: it goes, and another message comes.
  await deliver(() => interaction.deleteReply(), context);
  await deliver(() => interaction.followUp({ ...message, flags: message.flags | MessageFlags.Ephemeral }), context);
}
