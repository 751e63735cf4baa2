import type { LetterRef } from '../../src/answers/schema.ts';
import type { Context } from '../../src/discord/context.ts';
import { letterId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { letterPage } from '../../src/discord/messages/letter.ts';
import { escapeMarkdown } from '../../src/discord/messages/parts/escape.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import { ACCENT, notice, type OutgoingMessage, panel, text } from '../../src/discord/messages/parts/parts.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { letterChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Shows how a letter is built, privately. */
export const letter = {
  definition,
  run({ options }, context) {
    const typed = options.getString('letter', true);
    const { only, choices } = context.library.overviews.findLetter(typed);
    const outline = only && context.library.overviews.outline(only.id);
    return { message: outline ? letterPage(outline, 0, context) : whichLetter(typed, choices, context) };
  },
  autocomplete(interaction, { library, language }) {
    return letterChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [
    defineButton(letterId, {
      run({ l, o = 0 }, context) {
        const outline = context.library.overviews.outline(l);
        return { message: outline ? letterPage(outline, o, context) : notice(context.texts.problem.stale) };
      },
    }),
  ],
} satisfies ChatCommand;

function whichLetter(typed: string, choices: readonly LetterRef[], { language }: Context): OutgoingMessage {
  const { choose } = overviews(language);
  if (choices.length === 0) return notice(choose.noLetters);
  const lines = choices.map(({ title }) => `- ${escapeMarkdown(title)}`);
  return panel([text([choose.letter(asTyped(typed)), ...lines].join('\n'))], ACCENT.problem);
}
