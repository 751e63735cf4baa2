import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { SERVER_ADMINS } from '../places.ts';

/** Takes a choice back. */
export const NO_CHOICE = 'none';

const AS_BEFORE = {
  name: 'No choice of its own',
  name_localizations: { nl: 'Geen eigen keuze' },
  value: NO_CHOICE,
} as const;

const WHERE = {
  type: ApplicationCommandOptionType.String,
  name: 'where',
  name_localizations: { nl: 'waar' },
  description: 'The whole server (where you leave this out) or this channel alone',
  description_localizations: { nl: 'De hele server (als je dit weglaat) of alleen dit kanaal' },
  choices: [
    { name: 'This channel', name_localizations: { nl: 'Dit kanaal' }, value: 'channel' },
    { name: 'The whole server', name_localizations: { nl: 'De hele server' }, value: 'server' },
  ],
} as const satisfies APIApplicationCommandBasicOption;

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'settings',
  name_localizations: { nl: 'instellingen' },
  description: 'Settings of the bot for this server, or for one channel',
  description_localizations: { nl: 'Instellingen van de bot voor deze server, of voor één kanaal' },
  ...SERVER_ADMINS,
  options: [
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'show',
      name_localizations: { nl: 'toon' },
      description: 'What is chosen here',
      description_localizations: { nl: 'Wat hier gekozen is' },
    },
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
            AS_BEFORE,
          ],
        },
        WHERE,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'meeting',
      name_localizations: { nl: 'vergadering' },
      description: 'The meeting that is meant where a question or /summary names none',
      description_localizations: { nl: 'De vergadering die bedoeld is als een vraag of /samenvatting er geen noemt' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'meeting',
          name_localizations: { nl: 'vergadering' },
          description: 'A date or words; leave it out for no meeting',
          description_localizations: { nl: 'Een datum of woorden; laat het weg voor geen vergadering' },
          autocomplete: true,
          max_length: OWN_LIMITS.name,
        },
        WHERE,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'quotes',
      name_localizations: { nl: 'citaten' },
      description: 'How many quotes an answer shows',
      description_localizations: { nl: 'Hoeveel citaten een antwoord toont' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'quotes',
          name_localizations: { nl: 'citaten' },
          description: 'One, or at most three',
          description_localizations: { nl: 'Eén, of hoogstens drie' },
          required: true,
          choices: [
            { name: 'One', name_localizations: { nl: 'Eén' }, value: '1' },
            { name: 'At most three', name_localizations: { nl: 'Hoogstens drie' }, value: '3' },
            AS_BEFORE,
          ],
        },
        WHERE,
      ],
    },
    {
      type: ApplicationCommandOptionType.Subcommand,
      name: 'visibility',
      name_localizations: { nl: 'zichtbaarheid' },
      description: 'Who sees what /ask and /quote give, where the asker does not say',
      description_localizations: { nl: 'Wie ziet wat /vraag en /citeer geven, als de vrager dat niet zegt' },
      options: [
        {
          type: ApplicationCommandOptionType.String,
          name: 'visibility',
          name_localizations: { nl: 'zichtbaarheid' },
          description: 'The asker alone, or everybody in the channel',
          description_localizations: { nl: 'Alleen de vrager, of iedereen in het kanaal' },
          required: true,
          choices: [
            { name: 'The asker alone', name_localizations: { nl: 'Alleen de vrager' }, value: 'private' },
            { name: 'Everybody', name_localizations: { nl: 'Iedereen' }, value: 'public' },
            AS_BEFORE,
          ],
        },
        WHERE,
      ],
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
