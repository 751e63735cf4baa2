import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { helpMessage } from '../../src/discord/messages/help.ts';
import { definition } from './definition.ts';
import { exampleQuestions } from './examples.ts';

/** Says what the bot can and cannot do, with questions that the letters at hand answer. */
export const help = {
  definition,
  run({ locale }, context) {
    const { library, texts, language, config } = context;
    const examples = exampleQuestions(library, texts, language);
    const privacy = { logged: config.LOG_QUESTIONS, withUser: config.FEEDBACK_USER_IDS };
    return { message: helpMessage({ ...context, examples, locale, privacy }) };
  },
} satisfies ChatCommand;
