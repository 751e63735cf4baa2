import { ApplicationCommandType, type RESTPostAPIContextMenuApplicationCommandsJSONBody } from 'discord.js';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.Message,
  name: 'Check quotes',
  name_localizations: { nl: 'Controleer citaten' },
  ...EVERYWHERE,
} as const satisfies RESTPostAPIContextMenuApplicationCommandsJSONBody;
