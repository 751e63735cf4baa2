import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'quote',
  name_localizations: { nl: 'citeer' },
  description: 'Drop one passage of a letter into the discussion',
  description_localizations: { nl: 'Zet één passage uit een brief in het gesprek' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'letter',
      name_localizations: { nl: 'brief' },
      description: 'Which letter: type a few words of its title or a date',
      description_localizations: { nl: 'Welke brief: typ een paar woorden van de titel of een datum' },
      required: true,
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'passage',
      name_localizations: { nl: 'passage' },
      description: 'Which passage: type a few words that stand in it, or its heading',
      description_localizations: { nl: 'Welke passage: typ een paar woorden die erin staan, of het kopje' },
      required: true,
      autocomplete: true,
      max_length: OWN_LIMITS.passage,
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'private',
      name_localizations: { nl: 'privé' },
      description: 'Show it only to me',
      description_localizations: { nl: 'Laat het alleen aan mij zien' },
    },
    {
      type: ApplicationCommandOptionType.User,
      name: 'mention',
      name_localizations: { nl: 'noem' },
      description: 'Ping this person with it',
      description_localizations: { nl: 'Noem deze persoon erbij' },
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
