import type { ChatInputCommandInteraction } from 'discord.js';
import type { Quote } from '../../src/answers/schema.ts';
import type { Library, PassageSuggestion } from '../../src/answers/types.ts';
import type { Context } from '../../src/discord/context.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import { sharedQuote } from '../../src/discord/messages/passages.ts';
import { findLetter, letterChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Quotes one passage, in the open unless told otherwise; what is wrong with the choice is said privately. */
export const quote = {
  definition,
  visibility(interaction, context) {
    const isPrivate = interaction.options.getBoolean('private') === true;
    return isPrivate || typeof chosenPassage(interaction, context) === 'string' ? 'private' : 'public';
  },
  run(interaction, context) {
    const { texts } = context;
    const chosen = chosenPassage(interaction, context);
    if (typeof chosen === 'string') return { message: notice(chosen) };
    const isPublic = interaction.options.getBoolean('private') !== true;
    const reader = interaction.options.getUser('mention');
    const forReader = reader && { note: texts.answer.forReader(`<@${reader.id}>`), pings: [reader.id] };
    return { message: sharedQuote(chosen, texts, { isPublic, ...forReader }), facts: { quotes: [chosen.id] } };
  },
  autocomplete(interaction, { library, language }) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'letter') return letterChoices(library, value, language);
    const letter = findLetter(library, interaction.options.getString('letter') ?? '');
    return library
      .suggestPassages(letter?.id ?? null, value, LIMITS.choices)
      .map((suggestion) => ({ name: passageName(suggestion), value: suggestion.passageId }));
  },
} satisfies ChatCommand;

/** The passage to quote, or the sentence that says why there is none. */
function chosenPassage(
  { options }: ChatInputCommandInteraction,
  { library, texts: { problem } }: Context,
): Quote | string {
  const typedLetter = options.getString('letter', true);
  const typed = options.getString('passage', true);
  const letter = findLetter(library, typedLetter);
  if (!letter) return problem.unknownLetter(asTyped(typedLetter));
  const chosen = library.quote(typed) ?? onlySuggested(library, letter.id, typed);
  if (!chosen) return problem.unknownPassage(asTyped(typed));
  return chosen.letter.id === letter.id ? chosen : problem.passageOfOtherLetter;
}

/** The passage that what was typed can only mean. */
function onlySuggested(library: Library, letterId: string, typed: string): Quote | null {
  const [suggested, ...others] = library.suggestPassages(letterId, typed, 2);
  return suggested && others.length === 0 ? library.quote(suggested.passageId) : null;
}

function passageName({ section, text }: PassageSuggestion): string {
  return section === null ? text : `${section}: ${text}`;
}
