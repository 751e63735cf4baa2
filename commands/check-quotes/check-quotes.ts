import type { Message, MessageContextMenuCommandInteraction } from 'discord.js';
import { checkOutcome } from '../../src/discord/checking.ts';
import type { MessageCommand } from '../../src/discord/interactions/command.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { definition } from './definition.ts';

/** Compares what somebody's message quotes with the letters, for whoever asks only. */
export const checkQuotes = {
  definition,
  async run(interaction, context) {
    const message = targetOf(interaction);
    if (!message) return { message: notice(context.texts.problem.deletedMessage) };
    return checkOutcome(message.content, context);
  },
} satisfies MessageCommand;

/** The message, or null where Discord did not send it along because it is gone. */
function targetOf(interaction: MessageContextMenuCommandInteraction): Message | null {
  return interaction.options.getMessage('message');
}
