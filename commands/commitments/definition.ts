import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'commitments',
  name_localizations: { nl: 'toezeggingen' },
  description: 'What ministers promised parliament',
  description_localizations: { nl: 'Wat ministers de Kamer hebben toegezegd' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'meeting',
      name_localizations: { nl: 'vergadering' },
      description: 'Only those in letters about this meeting',
      description_localizations: { nl: 'Alleen die in brieven over deze vergadering' },
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'open',
      name_localizations: { nl: 'open' },
      description: 'Only those for which I find no later letter',
      description_localizations: { nl: 'Alleen die waarbij ik geen latere brief vind' },
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
