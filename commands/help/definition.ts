import { ApplicationCommandType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'help',
  name_localizations: { nl: 'hulp' },
  description: 'What I can do, with examples',
  description_localizations: { nl: 'Wat ik kan, met voorbeelden' },
  ...EVERYWHERE,
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
