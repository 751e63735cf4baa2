import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'ask',
  name_localizations: { nl: 'vraag' },
  description: 'Ask the letters; the answer is quoted word for word',
  description_localizations: { nl: 'Stel de brieven een vraag; het antwoord is woord voor woord geciteerd' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'question',
      name_localizations: { nl: 'vraag' },
      description: 'Your question, in Dutch or English',
      description_localizations: { nl: 'Je vraag, in het Nederlands of Engels' },
      required: true,
      max_length: OWN_LIMITS.question,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'letter',
      name_localizations: { nl: 'brief' },
      description: 'Only in this letter',
      description_localizations: { nl: 'Alleen in deze brief' },
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'meeting',
      name_localizations: { nl: 'vergadering' },
      description: 'Only in the letters about this meeting',
      description_localizations: { nl: 'Alleen in de brieven over deze vergadering' },
      autocomplete: true,
      max_length: OWN_LIMITS.name,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'from',
      name_localizations: { nl: 'vanaf' },
      description: 'Not before: 2021, October 2021 or 2021-10-21',
      description_localizations: { nl: 'Niet eerder dan: 2021, oktober 2021 of 2021-10-21' },
      max_length: OWN_LIMITS.date,
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'to',
      name_localizations: { nl: 'tot' },
      description: 'Not after: 2021, October 2021 or 2021-10-21',
      description_localizations: { nl: 'Niet later dan: 2021, oktober 2021 of 2021-10-21' },
      max_length: OWN_LIMITS.date,
    },
    {
      type: ApplicationCommandOptionType.Integer,
      name: 'quotes',
      name_localizations: { nl: 'citaten' },
      description: 'How many quotes at most',
      description_localizations: { nl: 'Hoeveel citaten hoogstens' },
      choices: [
        { name: 'One', name_localizations: { nl: 'Eén' }, value: 1 },
        { name: 'Three', name_localizations: { nl: 'Drie' }, value: 3 },
      ],
    },
    {
      type: ApplicationCommandOptionType.Boolean,
      name: 'share',
      name_localizations: { nl: 'deel' },
      description: 'Post the answer in the channel, for everybody',
      description_localizations: { nl: 'Zet het antwoord in het kanaal, voor iedereen' },
    },
    {
      type: ApplicationCommandOptionType.User,
      name: 'mention',
      name_localizations: { nl: 'noem' },
      description: 'Post the answer in the channel and ping this person',
      description_localizations: { nl: 'Zet het antwoord in het kanaal en noem deze persoon' },
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
