import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { SERVER_ADMINS } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'remove',
  name_localizations: { nl: 'verwijderen' },
  description: 'Take a letter out, after you confirmed it',
  description_localizations: { nl: 'Haal een brief weg, nadat je dat hebt bevestigd' },
  ...SERVER_ADMINS,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'letter',
      name_localizations: { nl: 'brief' },
      description: 'Which letter: its title, date or number',
      description_localizations: { nl: 'Welke brief: titel, datum of nummer' },
      required: true,
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
