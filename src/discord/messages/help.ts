import { languageOf } from '../../texts/texts.ts';
import type { View } from '../context.ts';
import { escapeMarkdown } from './parts/escape.ts';
import { ACCENT, line, type OutgoingMessage, panel, small, text } from './parts/parts.ts';

export interface HelpView extends View {
  /** Questions that the letters at hand answer. */
  readonly examples: readonly string[];
  /** The reader's own locale, in whose language Discord shows the commands' names. */
  readonly locale: string;
  /** What is kept of questions and of readers. */
  readonly privacy: { readonly logged: boolean; readonly withUser: boolean };
}

/** What the bot can and cannot do. */
export function helpMessage({ examples, locale, privacy, library, texts }: HelpView): OutgoingMessage {
  const { help: say } = texts;
  const names = languageOf(locale) === 'nl' ? ['/vraag', '/citeer', '/brieven'] : ['/ask', '/quote', '/letters'];
  const [ask = '', quote = '', letters = ''] = names.map((name) => `**${name}**`);
  const parts = [
    text(`### ${say.title}`),
    text(`${say.intro} ${texts.covers(library.coverage)}`),
    text([say.examples, ...examples.map((question) => `- ${escapeMarkdown(question)}`)].join('\n')),
    text(say.ways(ask, quote, letters)),
    line(),
    text(say.cannot),
    ...say
      .privacy(privacy.logged, privacy.withUser)
      .split('\n')
      .map((sentence) => small(sentence)),
  ];
  return panel(parts, ACCENT.answer);
}
