import type { MeetingLetters } from '../../src/answers/meetings.ts';
import type { Context } from '../../src/discord/context.ts';
import { type CompareState, compareId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton, questionOf } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { Outcome } from '../../src/discord/interactions/outcome.ts';
import { compareMessage } from '../../src/discord/messages/compare.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { normalizeQuestion } from '../../src/discord/messages/parts/question.ts';
import { whichMeeting } from '../../src/discord/messages/unclear.ts';
import { overviews } from '../../src/texts/overviews.ts';
import { meetingChoices } from '../choices.ts';
import { definition } from './definition.ts';

/** Lays what two meetings say on a subject side by side, privately. */
export const compare = {
  definition,
  async run({ options }, context) {
    const subject = normalizeQuestion(options.getString('subject', true));
    if (subject === '') return { message: notice(context.texts.problem.emptyQuestion) };
    const meetings: MeetingLetters[] = [];
    for (const name of ['first', 'second']) {
      const typed = options.getString(name, true);
      const found = context.library.findMeeting(typed);
      if (found.is !== 'one') return { message: whichMeeting(found, typed, context) };
      meetings.push(found.value);
    }
    const [first, second] = meetings;
    if (!first || !second || first.id === second.id)
      return { message: notice(overviews(context.language).comparison.same) };
    return show([first, second], subject, { m: first.id, n: second.id }, context);
  },
  autocomplete(interaction, { library, language }) {
    return meetingChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [
    defineButton(compareId, {
      async run(state, context, interaction) {
        const asked = questionOf(interaction);
        const [first, second] = [state.m, state.n].map((wanted) =>
          context.library.meetings.find(({ id }) => id === wanted),
        );
        if (!asked || !first || !second) return { message: notice(context.texts.problem.stale) };
        return show([first, second], asked.question, state, context);
      },
    }),
  ],
} satisfies ChatCommand;

async function show(
  meetings: readonly [MeetingLetters, MeetingLetters],
  subject: string,
  state: CompareState,
  context: Context,
): Promise<Outcome> {
  const comparison = await context.library.compare(meetings, subject);
  return { message: compareMessage(comparison, state, context) };
}
