import type { View } from '../context.ts';
import { exampleId } from '../custom-ids/answers.ts';
import { ACCENT, button, line, type OutgoingMessage, panel, rows, small, text } from './parts/parts.ts';

export interface HelpView extends View {
  /** Questions that the letters at hand answer. */
  readonly examples: readonly string[];
  /** What can be typed, as Discord shows it to the reader. */
  readonly commands: readonly { readonly name: string; readonly description: string }[];
  /** What is kept of questions and of readers. */
  readonly privacy: { readonly logged: boolean; readonly withUser: boolean };
}

/** What the bot can and cannot do. */
export function helpMessage({ examples, commands, privacy, library, texts }: HelpView): OutgoingMessage {
  const { help: say } = texts;
  const named = commands.map(({ name, description }) => `- **/${name}** ${description}`);
  const parts = [
    text(`### ${say.title}`),
    text(`${say.intro} ${texts.covers(library.coverage)}`),
    text(say.examples),
    ...examples.flatMap((question, n) => rows([button(question, exampleId.write({ n }))])),
    text([say.commands, ...named].join('\n')),
    text(say.ways),
    line(),
    text(say.cannot),
    ...say
      .privacy(privacy.logged, privacy.withUser)
      .split('\n')
      .map((sentence) => small(sentence)),
  ];
  return panel(parts, ACCENT.answer);
}
