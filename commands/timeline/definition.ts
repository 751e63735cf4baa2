import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'timeline',
  name_localizations: { nl: 'tijdlijn' },
  description: 'How a subject ran through the letters',
  description_localizations: { nl: 'Hoe een onderwerp door de brieven liep' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'subject',
      name_localizations: { nl: 'onderwerp' },
      description: 'The subject, such as “defensie-uitgaven”',
      description_localizations: { nl: 'Het onderwerp, zoals “defensie-uitgaven”' },
      required: true,
      min_length: 2,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'from',
      name_localizations: { nl: 'vanaf' },
      description: 'From this year, month or day',
      description_localizations: { nl: 'Vanaf dit jaar, deze maand of deze dag' },
      max_length: OWN_LIMITS.date,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'to',
      name_localizations: { nl: 'tot' },
      description: 'Up to and including this year, month or day',
      description_localizations: { nl: 'Tot en met dit jaar, deze maand of deze dag' },
      max_length: OWN_LIMITS.date,
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
