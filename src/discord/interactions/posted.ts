import { type Message, PermissionFlagsBits } from 'discord.js';
import type { Answerable } from './command.ts';

const TO_LOOK = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
/** As many messages as Discord gives at once. */
const LOOKED_AT = 100;

/**
 * The bot's own message in the channel of an interaction for which `fits` holds, among the last hundred, or the hundred
 * after the interaction.
 *
 * @throws {Error} where the bot can't look there, and what Discord answers
 */
export async function postedThere(
  { id, applicationId, channel, appPermissions }: Answerable,
  among: 'last' | 'after',
  fits: (message: Message) => boolean,
): Promise<Message | null> {
  if (!channel?.isTextBased() || !appPermissions.has(TO_LOOK))
    throw new Error('the bot may not look in the channel for what it posted');
  const found = await channel.messages.fetch({
    ...(among === 'after' && { after: id }),
    limit: LOOKED_AT,
    cache: false,
  });
  return found.find((message) => message.author.id === applicationId && fits(message)) ?? null;
}
