import { ApplicationCommandType, type RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord.js';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.Message,
  name: 'Find sources',
  name_localizations: { nl: 'Zoek bronnen' },
  ...EVERYWHERE,
} as const satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;
