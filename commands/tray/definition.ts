import { ApplicationCommandType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'tray',
  name_localizations: { nl: 'bewaard' },
  description: 'The quotes you kept: order them, take them along, post them',
  description_localizations: { nl: 'De citaten die je bewaarde: orden ze, neem ze mee, zet ze in het gesprek' },
  ...EVERYWHERE,
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
