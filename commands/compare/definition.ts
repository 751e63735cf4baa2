import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'compare',
  name_localizations: { nl: 'vergelijk' },
  description: 'Two meetings on one subject: what is new, what is gone',
  description_localizations: { nl: 'Twee vergaderingen over één onderwerp: wat is nieuw, wat is weg' },
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
      name: 'first',
      name_localizations: { nl: 'eerste' },
      description: 'One meeting: a date or words, such as “oct 21” or “Brussels”',
      description_localizations: { nl: 'De ene vergadering: een datum of woorden, zoals “okt 21” of “Brussel”' },
      required: true,
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'second',
      name_localizations: { nl: 'tweede' },
      description: 'The other meeting',
      description_localizations: { nl: 'De andere vergadering' },
      required: true,
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
