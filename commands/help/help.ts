import { answerQuestion } from '../../src/discord/answering.ts';
import { exampleId } from '../../src/discord/custom-ids/answers.ts';
import { defineButton, labelOf } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { helpMessage } from '../../src/discord/messages/help.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { cutLabel } from '../../src/discord/messages/parts/parts.ts';
import { definition } from './definition.ts';
import { everydayCommands } from './everyday-commands.ts';
import { exampleQuestions } from './examples.ts';

/** Says what the bot can and cannot do, with questions that the letters at hand answer. */
export const help = {
  definition,
  run({ locale }, context) {
    const { library, texts, language, config } = context;
    const examples = exampleQuestions(library, texts, language);
    const privacy = { logged: config.LOG_QUESTIONS, withUser: config.FEEDBACK_USER_IDS };
    return { message: helpMessage({ ...context, examples, commands: everydayCommands(locale), privacy }) };
  },
  buttons: [
    defineButton(exampleId, {
      async run({ n }, context, interaction) {
        const question = exampleQuestions(context.library, context.texts, context.language)[n];
        // Of other letters the same number is another question than the button says.
        if (question === undefined || labelOf(interaction) !== cutLabel(question, LIMITS.buttonLabel))
          return { message: notice(context.texts.problem.stale) };
        return answerQuestion({ asked: { question }, reader: interaction.user.id }, context);
      },
    }),
  ],
} satisfies ChatCommand;
