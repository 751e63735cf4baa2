import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'summary',
  name_localizations: { nl: 'samenvatting' },
  description: 'A meeting in quotes',
  description_localizations: { nl: 'Een vergadering in citaten' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'meeting',
      name_localizations: { nl: 'vergadering' },
      description: 'Which meeting: a date or words, such as “oct 21” or “Brussels”',
      description_localizations: { nl: 'Welke vergadering: een datum of woorden, zoals “okt 21” of “Brussel”' },
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'detail',
      name_localizations: { nl: 'paragraaf' },
      description: 'Open one section of the letters',
      description_localizations: { nl: 'Open één paragraaf van de brieven' },
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'short',
      name_localizations: { nl: 'kort' },
      description: 'At most five quotes',
      description_localizations: { nl: 'Hoogstens vijf citaten' },
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
