import type { Context } from '../../src/discord/context.ts';
import { type TimelineState, timelineId } from '../../src/discord/custom-ids/pages.ts';
import { takeTimelineId } from '../../src/discord/custom-ids/take-along.ts';
import { defineButton, questionOf } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { Outcome } from '../../src/discord/interactions/outcome.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { normalizeQuestion } from '../../src/discord/messages/parts/question.ts';
import { takeAlong } from '../../src/discord/messages/take-along.ts';
import { timelineMessage } from '../../src/discord/messages/timeline.ts';
import { timelineDossier } from '../../src/export/dossiers.ts';
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
    defineButton(takeTimelineId, {
      async run(state, { library, language, texts }, interaction) {
        const asked = questionOf(interaction);
        if (!asked) return { message: notice(texts.problem.stale) };
        const timeline = await library.timeline(asked.question, { from: state.f, to: state.t, all: true });
        return { message: await takeAlong(timelineDossier(timeline, language), ['docx', 'md', 'csv']) };
      },
    }),
  ],
} satisfies ChatCommand;

async function show(subject: string, state: TimelineState, context: Context): Promise<Outcome> {
  const timeline = await context.library.timeline(subject, { from: state.f, to: state.t, all: state.w });
  return { message: timelineMessage(timeline, state, context) };
}
