import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { SERVER_ADMINS } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'add',
  name_localizations: { nl: 'opnemen' },
  description: 'Take a letter in: see first how I read it',
  description_localizations: { nl: 'Neem een brief op: zie eerst hoe ik hem lees' },
  ...SERVER_ADMINS,
  options: [
    {
      type: ApplicationCommandOptionType.Attachment,
      name: 'file',
      name_localizations: { nl: 'bestand' },
      description: 'PDF, Word, web page, official XML, e-mail, Markdown or text, up to 10 MB',
      description_localizations: { nl: 'PDF, Word, webpagina, officiële XML, e-mail, Markdown of tekst, tot 10 MB' },
    },
    {
      type: ApplicationCommandOptionType.String,
      name: 'number',
      name_localizations: { nl: 'nummer' },
      description: 'Or a Kamerstuk number, fetched from the official services: 28676-270',
      description_localizations: { nl: 'Of een Kamerstuknummer, opgehaald bij de officiële diensten: 28676-270' },
      max_length: OWN_LIMITS.name,
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
