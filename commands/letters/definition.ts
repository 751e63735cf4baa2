import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'letters',
  name_localizations: { nl: 'brieven' },
  description: 'Which letters I know',
  description_localizations: { nl: 'Welke brieven ik ken' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'meeting',
      name_localizations: { nl: 'vergadering' },
      description: 'Only those about this meeting',
      description_localizations: { nl: 'Alleen die over deze vergadering' },
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'year',
      name_localizations: { nl: 'jaar' },
      description: 'Only those of this year',
      description_localizations: { nl: 'Alleen die uit dit jaar' },
      min_value: 1800,
      max_value: 2200,
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
