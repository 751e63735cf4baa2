import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { SERVER_ADMINS } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'settings',
  name_localizations: { nl: 'instellingen' },
  description: 'Settings of the bot for this server',
  description_localizations: { nl: 'Instellingen van de bot voor deze server' },
  ...SERVER_ADMINS,
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'language',
      name_localizations: { nl: 'taal' },
      description: 'The language I answer in',
      description_localizations: { nl: 'De taal waarin ik antwoord' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'language',
          name_localizations: { nl: 'taal' },
          description: "Dutch, English, or each reader's own",
          description_localizations: { nl: 'Nederlands, Engels, of ieders eigen taal' },
          required: true,
          choices: [
            { name: 'Dutch', name_localizations: { nl: 'Nederlands' }, value: 'nl' },
            { name: 'English', name_localizations: { nl: 'Engels' }, value: 'en' },
            { name: "Each reader's own", name_localizations: { nl: 'Ieders eigen taal' }, value: 'reader' },
          ],
        },
      ],
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
