import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { statusMessage } from '../../src/discord/messages/status.ts';
import { definition } from './definition.ts';

/** Tells administrators what the bot runs on and how it fares. */
export const status = {
  definition,
  ownersOnly: true,
  run: (_, context) => ({ message: statusMessage(context) }),
} satisfies ChatCommand;
