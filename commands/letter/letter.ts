import type { Context } from '../../src/discord/context.ts';
import { letterId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { letterMessage } from '../../src/discord/messages/letter.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { whichLetter } from '../../src/discord/messages/unclear.ts';
import { letterChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Shows how a letter is built, privately. */
export const letter = {
  definition,
  run({ options }, context) {
    const typed = options.getString('letter', true);
    const found = context.library.findLetter(typed);
    if (found.is !== 'one')
      return { message: whichLetter(found, typed, context, ({ id }) => letterId.write({ l: id })) };
    return { message: messageOf(found.value.id, 0, context) };
  },
  autocomplete(interaction, { library, language }) {
    return letterChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [
    defineButton(letterId, {
      run({ l, o = 0 }, context) {
        return { message: messageOf(l, o, context) };
      },
    }),
  ],
} satisfies ChatCommand;

function messageOf(letterId: string, offset: number, context: Context): OutgoingMessage {
  const outline = context.library.outline(letterId);
  return outline ? letterMessage(outline, offset, context) : notice(context.texts.problem.stale);
}
