import type { Context } from '../../src/discord/context.ts';
import { type TimelineState, timelineId } from '../../src/discord/custom-ids/pages.ts';
import { defineButton, questionOf } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { Outcome } from '../../src/discord/interactions/outcome.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { asTyped } from '../../src/discord/messages/parts/names.ts';
import { normalizeQuestion } from '../../src/discord/messages/parts/question.ts';
import { timelineMessage } from '../../src/discord/messages/timeline.ts';
import { given } from '../../src/given.ts';
import { readPeriod } from '../../src/letters/dates/periods.ts';
import { definition } from './definition.ts';

/** Shows how a subject ran through the letters, privately. */
export const timeline = {
  definition,
  async run({ options }, context) {
    const { problem } = context.texts;
    const subject = normalizeQuestion(options.getString('subject', true));
    if (subject === '') return { message: notice(problem.emptyQuestion) };
    const from = options.getString('from');
    const to = options.getString('to');
    const f = from === null ? undefined : readPeriod(from)?.from;
    const t = to === null ? undefined : readPeriod(to)?.to;
    if (from !== null && !f) return { message: notice(problem.unknownDate(asTyped(from))) };
    if (to !== null && !t) return { message: notice(problem.unknownDate(asTyped(to))) };
    if (f && t && f > t) return { message: notice(problem.reversedPeriod) };
    return show(subject, given({ f, t }), context);
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
  const timeline = await context.library.overviews.timeline(subject, { from: state.f, to: state.t });
  return { message: timelineMessage(timeline, state, context) };
}
