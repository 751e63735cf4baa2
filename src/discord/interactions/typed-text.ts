import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import { OWN_LIMITS } from '../limits.ts';

/** The texts that were typed for a command: questions and drafts, not names, dates and choices, which are soon typed again. */
export function typedText(
  { options }: ChatInputCommandInteraction,
  definition: RESTPostAPIChatInputApplicationCommandsJSONBody,
): string {
  const texts = (definition.options ?? []).flatMap((option) => {
    if (option.type !== ApplicationCommandOptionType.String || 'choices' in option) return [];
    if ((option.max_length ?? Number.POSITIVE_INFINITY) <= OWN_LIMITS.name) return [];
    return options.getString(option.name) ?? [];
  });
  return texts.join('\n');
}
