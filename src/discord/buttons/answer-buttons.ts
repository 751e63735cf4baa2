import { answerDossier } from '../../export/dossiers.ts';
import { given } from '../../given.ts';
import { answerQuestion, askLibrary } from '../answering.ts';
import type { Context } from '../context.ts';
import { nextId, reasonId, rightId, type Scope, unfilteredId, wrongId } from '../custom-ids/answers.ts';
import { takeAnswerId } from '../custom-ids/take-along.ts';
import { type Button, defineButton, type PressInteraction, questionOf } from '../interactions/button.ts';
import type { Outcome } from '../interactions/outcome.ts';
import { notice } from '../messages/notice.ts';
import { ACCENT, menu, panel, text } from '../messages/parts/parts.ts';
import { takeAlong } from '../messages/take-along.ts';
import { FEEDBACK_REASONS, type Feedback } from '../stores/feedback.ts';
import { verdictId } from '../stores/verdict-id.ts';

const filtersOf = ({ l, m, f, t }: Scope) => given({ letter: l, meeting: m, from: f, to: t });

function stale({ texts }: Context): Outcome {
  return { message: notice(texts.problem.stale) };
}

/** The same question once more, with the quotes that come after those shown. */
const next = defineButton(nextId, {
  run(params, context, interaction) {
    const asked = questionOf(interaction);
    if (!asked) return stale(context);
    return answerQuestion(
      { asked, filters: filtersOf(params), unfiltered: params.u ?? false, skip: params.s },
      context,
    );
  },
});

/** The same question once more, without the filters read from it. */
const unfiltered = defineButton(unfilteredId, {
  run(params, context, interaction) {
    const asked = questionOf(interaction);
    if (!asked) return stale(context);
    return answerQuestion({ asked, filters: filtersOf(params), unfiltered: true }, context);
  },
});

/** The answer as files; asked anew, for no message holds all of it. */
const take = defineButton(takeAnswerId, {
  async run(params, context, interaction) {
    const asked = questionOf(interaction);
    if (!asked) return stale(context);
    const { u: unfiltered = false, s: skip = 0 } = params;
    const answer = await askLibrary({ asked, filters: filtersOf(params), unfiltered, skip }, context);
    return { message: await takeAlong(answerDossier(answer, context.language), ['docx', 'md']) };
  },
});

const right = defineButton(rightId, {
  run: ({ q }, context, interaction) => keepVerdict('right', q, context, interaction),
});

const wrong = defineButton(wrongId, {
  run: ({ q }, context, interaction) => keepVerdict('wrong', q, context, interaction),
});

/** Says why an answer was wrong. */
const reason = defineButton(reasonId, {
  async run({ x, r }, context, { user }) {
    await context.feedback.add({ ...verdictOf('wrong', context, user.id), answer: x, reason: r, quotes: [] });
    return { message: notice(context.texts.feedback.reasonKept, ACCENT.answer) };
  },
});

async function keepVerdict(
  verdict: Feedback['verdict'],
  shown: string,
  context: Context,
  interaction: PressInteraction,
): Promise<Outcome> {
  const { feedback, library, config, texts } = context;
  const asked = questionOf(interaction);
  if (!asked) return stale(context);
  const quotes = shown.split('.').flatMap((id) => {
    const quote = library.quote(id);
    return quote ? [{ id, file: quote.file, start: quote.start, end: quote.end }] : [];
  });
  const answer = verdictId(interaction.message.id, interaction.user.id, config.DISCORD_TOKEN ?? '');
  await feedback.add({
    ...verdictOf(verdict, context, interaction.user.id),
    answer,
    ...(config.LOG_QUESTIONS && asked),
    quotes,
  });
  if (verdict === 'right') return { message: notice(texts.feedback.right, ACCENT.answer) };
  const choices = FEEDBACK_REASONS.map((r) => ({
    label: texts.feedback.reasons[r],
    id: reasonId.write({ x: answer, r }),
  }));
  return { message: panel([text(texts.feedback.wrong), menu(texts.feedback.why, choices)], ACCENT.answer) };
}

function verdictOf(verdict: Feedback['verdict'], { clock, library, config }: Context, user: string) {
  const at = new Date(clock.now()).toISOString();
  return { at, verdict, index: library.about.version, ...(config.FEEDBACK_USER_IDS && { user }) };
}

export const answerButtons: readonly Button[] = [next, unfiltered, take, right, wrong, reason];
