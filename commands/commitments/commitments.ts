import type { MeetingLetters } from '../../src/answers/meetings.ts';
import type { Context } from '../../src/discord/context.ts';
import { type CommitmentsState, commitmentsId } from '../../src/discord/custom-ids/pages.ts';
import { takeCommitmentsId } from '../../src/discord/custom-ids/take-along.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { Outcome } from '../../src/discord/interactions/outcome.ts';
import { commitmentsMessage } from '../../src/discord/messages/commitments.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { takeAlong } from '../../src/discord/messages/take-along.ts';
import { whichMeeting } from '../../src/discord/messages/unclear.ts';
import { commitmentsDossier } from '../../src/export/dossiers.ts';
import { given } from '../../src/given.ts';
import { meetingChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Lists what ministers promised parliament, privately. */
export const commitments = {
  definition,
  async run({ options }, context) {
    const typed = options.getString('meeting');
    const found = typed === null ? null : context.library.findMeeting(typed);
    const open = options.getBoolean('open') === true;
    const idOf = ({ id }: MeetingLetters) => commitmentsId.write(given({ m: id, n: open }));
    if (found && found.is !== 'one') return { message: whichMeeting(found, typed ?? '', context, idOf) };
    return show(found?.value ?? null, given({ m: found?.value.id, n: open }), context);
  },
  autocomplete(interaction, { library, language }) {
    return meetingChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [
    defineButton(commitmentsId, {
      async run(state, context) {
        const meeting = context.library.meetings.find(({ id }) => id === state.m) ?? null;
        if (state.m !== undefined && !meeting) return { message: notice(context.texts.problem.stale) };
        return show(meeting, state, context);
      },
    }),
    defineButton(takeCommitmentsId, {
      async run(state, { library, language, texts }) {
        const meeting = library.meetings.find(({ id }) => id === state.m) ?? null;
        if (state.m !== undefined && !meeting) return { message: notice(texts.problem.stale) };
        const found = await library.commitments({ ...(meeting && { meeting }), open: state.n ?? false });
        return { message: await takeAlong(commitmentsDossier(found, meeting, language), ['docx', 'md', 'csv']) };
      },
    }),
  ],
} satisfies ChatCommand;

async function show(meeting: MeetingLetters | null, state: CommitmentsState, context: Context): Promise<Outcome> {
  const found = await context.library.commitments({ ...(meeting && { meeting }), open: state.n ?? false });
  return { message: commitmentsMessage(found, meeting, state, context) };
}
