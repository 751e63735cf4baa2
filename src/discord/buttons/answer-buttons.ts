import { given } from '../../given.ts';
import { answerQuestion } from '../answering.ts';
import type { Context } from '../context.ts';
import { nextId, rightId, type Scope, unfilteredId, wrongId } from '../custom-ids/answers.ts';
import { type Button, defineButton, questionOf } from '../interactions/button.ts';
import type { Outcome } from '../interactions/outcome.ts';
import { notice } from '../messages/notice.ts';
import type { AskedQuestion } from '../messages/parts/question.ts';

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

const right = defineButton(rightId, {
  run: ({ q }, context, interaction) => keepVerdict('right', q, questionOf(interaction), context, interaction.user.id),
});

const wrong = defineButton(wrongId, {
  run: ({ q }, context, interaction) => keepVerdict('wrong', q, questionOf(interaction), context, interaction.user.id),
});

async function keepVerdict(
  verdict: 'right' | 'wrong',
  shown: string,
  asked: AskedQuestion | null,
  context: Context,
  user: string,
): Promise<Outcome> {
  const { feedback, library, clock, config, texts } = context;
  if (!asked) return stale(context);
  const quotes = shown.split('.').flatMap((id) => {
    const quote = library.quote(id);
    return quote ? [{ id, file: quote.file, start: quote.start, end: quote.end }] : [];
  });
  await feedback.add({
    at: new Date(clock.now()).toISOString(),
    verdict,
    ...(config.LOG_QUESTIONS && asked),
    quotes,
    index: library.about.version,
    ...(config.FEEDBACK_USER_IDS && { user }),
  });
  return { message: notice(texts.feedback[verdict]) };
}

export const answerButtons: readonly Button[] = [next, unfiltered, right, wrong];
