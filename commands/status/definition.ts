import { ApplicationCommandType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { SERVER_ADMINS } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'status',
  name_localizations: { nl: 'status' },
  description: 'How the bot is doing: index, model, speed, errors',
  description_localizations: { nl: 'Hoe het met de bot gaat: index, model, snelheid, fouten' },
  ...SERVER_ADMINS,
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
