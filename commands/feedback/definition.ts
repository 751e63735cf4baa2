import { ApplicationCommandType, type RESTPostAPIChatInputApplicationCommandsJSONBody } from 'discord.js';
import { SERVER_ADMINS } from '../places.ts';

export const definition = {
  type: ApplicationCommandType.ChatInput,
  name: 'feedback',
  name_localizations: { nl: 'oordelen' },
  description: 'What readers said of answers: what was wrong, what went unanswered',
  description_localizations: { nl: 'Wat lezers van antwoorden vonden: wat niet klopte, wat onbeantwoord bleef' },
  ...SERVER_ADMINS,
} as const satisfies RESTPostAPIChatInputApplicationCommandsJSONBody;
