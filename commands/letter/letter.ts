import type { LetterRef } from '../../src/answers/schema.ts';
import type { Context } from '../../src/discord/context.ts';
import { letterId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { letterMessage } from '../../src/discord/messages/letter.ts';
import { choice, notice } from '../../src/discord/messages/notice.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
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
    return { message: outline ? letterMessage(outline, 0, context) : whichLetter(typed, choices, context) };
  },
  autocomplete(interaction, { library, language }) {
    return letterChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [
    defineButton(letterId, {
      run({ l, o = 0 }, context) {
        const outline = context.library.overviews.outline(l);
        return { message: outline ? letterMessage(outline, o, context) : notice(context.texts.problem.stale) };
      },
    }),
  ],
} satisfies ChatCommand;

function whichLetter(typed: string, choices: readonly LetterRef[], { language }: Context): OutgoingMessage {
  const { choose } = overviews(language);
  if (choices.length === 0) return notice(choose.noLetters);
  return choice(
    choose.letter(asTyped(typed)),
    choices.map(({ title }) => title),
  );
}
