import type { ChatInputCommandInteraction } from 'discord.js';
import type { Quote } from '../../src/answers/schema.ts';
import type { Library, PassageSuggestion } from '../../src/answers/types.ts';
import type { Context } from '../../src/discord/context.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { sharedQuote } from '../../src/discord/messages/passages.ts';
import { whichLetter } from '../../src/discord/messages/unclear.ts';
import { letterChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Quotes one passage, in the open unless told otherwise; what is wrong with the choice is said privately. */
export const quote = {
  definition,
  visibility(interaction, context) {
    return isPrivate(interaction, context) || 'problem' in chosenPassage(interaction, context) ? 'private' : 'public';
  },
  run(interaction, context) {
    const { texts } = context;
    const chosen = chosenPassage(interaction, context);
    if ('problem' in chosen) return { message: chosen.problem };
    const { quote } = chosen;
    const isPublic = !isPrivate(interaction, context);
    const reader = interaction.options.getUser('mention');
    const sharer = `<@${interaction.user.id}>`;
    const forReader = reader && { note: texts.answer.shared(sharer, `<@${reader.id}>`), pings: [reader.id] };
    return { message: sharedQuote(quote, texts, { isPublic, ...forReader }), facts: { quotes: [quote.id] } };
  },
  autocomplete(interaction, { library, language }) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'letter') return letterChoices(library, value, language);
    const letter = library.findLetter(interaction.options.getString('letter') ?? '');
    return library
      .suggestPassages(letter.is === 'one' ? letter.value.id : null, value, LIMITS.choices)
      .map((suggestion) => ({ name: passageName(suggestion), value: suggestion.passageId }));
  },
} satisfies ChatCommand;

/** Who names somebody wants it to be seen. */
function isPrivate({ options }: ChatInputCommandInteraction, { chosen }: Context): boolean {
  const usual = chosen.visibility === 'private' && options.getUser('mention') === null;
  return options.getBoolean('private') ?? usual;
}

type Chosen = { readonly quote: Quote } | { readonly problem: OutgoingMessage };

/** The passage to quote, or what is wrong with the choice. */
function chosenPassage({ options }: ChatInputCommandInteraction, context: Context): Chosen {
  const { library, texts } = context;
  const typedLetter = options.getString('letter', true);
  const typed = options.getString('passage', true);
  const letter = library.findLetter(typedLetter);
  if (letter.is !== 'one') return { problem: whichLetter(letter, typedLetter, context) };
  const quote = library.quote(typed) ?? onlySuggested(library, letter.value.id, typed);
  if (!quote) return { problem: notice(texts.problem.unknownPassage(asTyped(typed))) };
  return quote.letter.id === letter.value.id ? { quote } : { problem: notice(texts.problem.passageOfOtherLetter) };
}

/** The passage that what was typed can only mean. */
function onlySuggested(library: Library, letterId: string, typed: string): Quote | null {
  const [suggested, ...others] = library.suggestPassages(letterId, typed, 2);
  return suggested && others.length === 0 ? library.quote(suggested.passageId) : null;
}

function passageName({ section, text }: PassageSuggestion): string {
  return section === null ? text : `${section}: ${text}`;
}
