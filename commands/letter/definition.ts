import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'letter',
  name_localizations: { nl: 'brief' },
  description: 'How a letter is built',
  description_localizations: { nl: 'Hoe een brief is opgebouwd' },
  ...EVERYWHERE,
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
