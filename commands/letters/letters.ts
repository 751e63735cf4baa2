import { lettersId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { lettersMessage } from '../../src/discord/messages/letters.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import { given } from '../../src/given.ts';
import { findMeeting, meetingChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Lists what the bot knows. */
export const letters = {
  definition,
  run({ options }, context) {
    const typed = options.getString('meeting');
    const meeting = typed === null ? null : findMeeting(context.library, typed);
    if (typed !== null && !meeting) return { message: notice(context.texts.problem.unknownMeeting(asTyped(typed))) };
    const y = options.getInteger('year') ?? undefined;
    return { message: lettersMessage(given({ m: meeting?.id, y }), context) };
  },
  autocomplete(interaction, { library, language }) {
    return meetingChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [defineButton(lettersId, { run: (state, context) => ({ message: lettersMessage(state, context) }) })],
} satisfies ChatCommand;
