import { checkOutcome } from '../../src/discord/checking.ts';
import type { MessageCommand } from '../../src/discord/interactions/command.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { targetMessage } from '../target-message.ts';
import { definition } from './definition.ts';

/** Compares what somebody's message quotes with the letters, for whoever asks only. */
export const checkQuotes = {
  definition,
  async run(interaction, context) {
    const message = targetMessage(interaction);
    if (!message) return { message: notice(context.texts.problem.deletedMessage) };
    return checkOutcome(message.content, context);
  },
} satisfies MessageCommand;
