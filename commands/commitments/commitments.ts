import type { MeetingLetters } from '../../src/answers/meetings.ts';
import type { Context } from '../../src/discord/context.ts';
import { type CommitmentsState, commitmentsId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { Outcome } from '../../src/discord/interactions/outcome.ts';
import { commitmentsMessage } from '../../src/discord/messages/commitments.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { given } from '../../src/given.ts';
import { overviewChoices, whichMeeting } from '../meetings.ts';
import { definition } from './definition.ts';

/** Lists what ministers promised parliament, privately. */
export const commitments = {
  definition,
  async run({ options }, context) {
    const typed = options.getString('meeting');
    const found = typed === null ? null : context.library.overviews.findMeeting(typed);
    if (typed !== null && !found?.only) return { message: whichMeeting(typed, found?.choices ?? [], context) };
    const open = options.getBoolean('open') === true;
    return show(found?.only ?? null, given({ m: found?.only?.id, n: open }), context);
  },
  autocomplete(interaction, context) {
    return overviewChoices(context, interaction.options.getFocused());
  },
  buttons: [
    defineButton(commitmentsId, {
      async run(state, context) {
        const meeting = context.library.overviews.meetings.find(({ id }) => id === state.m) ?? null;
        if (state.m !== undefined && !meeting) return { message: notice(context.texts.problem.stale) };
        return show(meeting, state, context);
      },
    }),
  ],
} satisfies ChatCommand;

async function show(meeting: MeetingLetters | null, state: CommitmentsState, context: Context): Promise<Outcome> {
  const found = await context.library.overviews.commitments({ ...(meeting && { meeting }), open: state.n ?? false });
  return { message: commitmentsMessage(found, meeting, state, context) };
}
