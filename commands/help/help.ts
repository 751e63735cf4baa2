import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { escapeMarkdown } from '../../src/discord/messages/parts/escape.ts';
import { ACCENT, line, panel, small, text } from '../../src/discord/messages/parts/parts.ts';
import { languageOf } from '../../src/texts/texts.ts';
import { definition } from './definition.ts';
import { exampleQuestions } from './examples.ts';

/** Says what the bot can and cannot do, with questions that the letters at hand answer. */
export const help = {
  definition,
  run({ locale }, { library, texts, language, config }) {
    const { help: say } = texts;
    // As the reader's own Discord shows them, whatever the server's language is.
    const names = languageOf(locale) === 'nl' ? ['/vraag', '/citeer', '/brieven'] : ['/ask', '/quote', '/letters'];
    const [ask = '', quote = '', letters = ''] = names.map((name) => `**${name}**`);
    const examples = exampleQuestions(library, texts, language).map((question) => `- ${escapeMarkdown(question)}`);
    const parts = [
      text(`### ${say.title}`),
      text(`${say.intro} ${texts.covers(library.coverage)}`),
      text([say.examples, ...examples].join('\n')),
      text(say.ways(ask, quote, letters)),
      line(),
      text(say.cannot),
      ...say
        .privacy(config.LOG_QUESTIONS, config.FEEDBACK_USER_IDS)
        .split('\n')
        .map((sentence) => small(sentence)),
    ];
    return { message: panel(parts, ACCENT.answer) };
  },
} satisfies ChatCommand;
