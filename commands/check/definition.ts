import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { EVERYWHERE } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'check',
  name_localizations: { nl: 'controleer' },
  description: 'Check whether what a draft quotes stands in the letters word for word',
  description_localizations: { nl: 'Kijk na of citaten in een tekst woord voor woord in de brieven staan' },
  ...EVERYWHERE,
  options: [
    {
      type: ApplicationCommandOptionType.String,
      name: 'text',
      name_localizations: { nl: 'tekst' },
      description: 'A text with quotations',
      description_localizations: { nl: 'Een tekst met citaten' },
      max_length: 4000,
    },
    {
      type: ApplicationCommandOptionType.Attachment,
      name: 'file',
      name_localizations: { nl: 'bestand' },
      description: 'A draft as Word, Markdown, PDF or text, up to 10 MB',
      description_localizations: { nl: 'Een concept als Word, Markdown, PDF of tekst, tot 10 MB' },
    },
  ],
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
