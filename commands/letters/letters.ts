import type { MeetingLetters } from '../../src/answers/meetings.ts';
import { lettersId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { lettersMessage } from '../../src/discord/messages/letters.ts';
import { whichMeeting } from '../../src/discord/messages/unclear.ts';
import { given } from '../../src/given.ts';
import { meetingChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Lists what the bot knows. */
export const letters = {
  definition,
  run({ options }, context) {
    const typed = options.getString('meeting');
    const found = typed === null ? null : context.library.findMeeting(typed);
    const y = options.getInteger('year') ?? undefined;
    const idOf = ({ id }: MeetingLetters) => lettersId.write(given({ m: id, y }));
    if (found && found.is !== 'one') return { message: whichMeeting(found, typed ?? '', context, idOf) };
    return { message: lettersMessage(given({ m: found?.value.id, y }), context) };
  },
  autocomplete(interaction, { library, language }) {
    return meetingChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [defineButton(lettersId, { run: (state, context) => ({ message: lettersMessage(state, context) }) })],
} satisfies ChatCommand;
