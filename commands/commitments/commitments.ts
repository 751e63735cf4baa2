import { commitmentsId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { commitmentsPage } from '../../src/discord/messages/commitments.ts';
import { notice } from '../../src/discord/messages/parts/parts.ts';
import { overviewChoices, whichMeeting } from '../meetings.ts';
import { definition } from './definition.ts';

/** Lists what ministers promised parliament, privately. */
export const commitments = {
  definition,
  async run({ options }, context) {
    const typed = options.getString('meeting');
    const found = typed === null ? null : context.library.overviews.findMeeting(typed);
    if (typed !== null && !found?.only) return { message: whichMeeting(typed, found?.choices ?? [], context) };
    const meeting = found?.only ?? undefined;
    const n = options.getBoolean('open') === true || undefined;
    return { message: await commitmentsPage(meeting, { m: meeting?.id, n }, context) };
  },
  autocomplete(interaction, context) {
    return overviewChoices(context, interaction.options.getFocused());
  },
  buttons: [
    defineButton(commitmentsId, {
      async run(state, context) {
        const meeting = context.library.overviews.meetings.find(({ id }) => id === state.m);
        if (state.m !== undefined && !meeting) return { message: notice(context.texts.problem.stale) };
        return { message: await commitmentsPage(meeting, state, context) };
      },
    }),
  ],
} satisfies ChatCommand;
