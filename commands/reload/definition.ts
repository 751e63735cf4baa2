import { ApplicationCommandType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { SERVER_ADMINS } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'reload',
  name_localizations: { nl: 'herlaad' },
  description: 'Take a newly built index in, without a restart',
  description_localizations: { nl: 'Neem een nieuw gebouwde index in gebruik, zonder herstart' },
  ...SERVER_ADMINS,
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
