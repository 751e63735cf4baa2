import type { Context } from '../../src/discord/context.ts';
import { type TimelineState, timelineId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton, questionOf } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { Outcome } from '../../src/discord/interactions/outcome.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { normalizeQuestion } from '../../src/discord/messages/parts/question.ts';
import { timelineMessage } from '../../src/discord/messages/timeline.ts';
import { given } from '../../src/given.ts';
import { chosenPeriod } from '../period.ts';
import { definition } from './definition.ts';

/** Shows how a subject ran through the letters, privately. */
export const timeline = {
  definition,
  async run(interaction, context) {
    const subject = normalizeQuestion(interaction.options.getString('subject', true));
    if (subject === '') return { message: notice(context.texts.problem.emptyQuestion) };
    const period = chosenPeriod(interaction, context.texts);
    if (typeof period === 'string') return { message: notice(period) };
    return show(subject, given({ f: period.from, t: period.to }), context);
  },
  buttons: [
    defineButton(timelineId, {
      async run(state, context, interaction) {
        const asked = questionOf(interaction);
        if (!asked) return { message: notice(context.texts.problem.stale) };
        return show(asked.question, state, context);
      },
    }),
  ],
} satisfies ChatCommand;

async function show(subject: string, state: TimelineState, context: Context): Promise<Outcome> {
  const timeline = await context.library.timeline(subject, { from: state.f, to: state.t, all: state.w });
  return { message: timelineMessage(timeline, state, context) };
}
