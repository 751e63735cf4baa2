import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { feedbackMessage } from '../../src/discord/messages/feedback.ts';
import { standing } from '../../src/discord/stores/feedback.ts';
import { definition } from './definition.ts';

/** Tells who runs the bot what readers said of its answers, in all servers. */
export const feedback = {
  definition,
  ownersOnly: true,
  async run(_, context) {
    const { feedback: said } = await context.feedback.read();
    return { message: feedbackMessage(standing(said), context) };
  },
} satisfies ChatCommand;
