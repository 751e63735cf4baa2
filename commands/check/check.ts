import { checkOutcome } from '../../src/discord/checking.ts';
import type { Context } from '../../src/discord/context.ts';
import { withAttached } from '../../src/discord/intake/attached.ts';
import type { IncomingFile } from '../../src/discord/intake/port.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { unreadMessage } from '../../src/discord/messages/incoming.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import type { OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { checkTexts } from '../../src/texts/check.ts';
import { definition } from './definition.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;

/** Compares what a draft quotes with the letters, privately. */
export const check = {
  definition,
  async run({ options, user }, context) {
    const file = options.getAttachment('file');
    const text = options.getString('text') ?? '';
    const hasText = /\S/.test(text);
    const { empty, both } = checkTexts(context.language);
    if (!file && !hasText) return { message: notice(empty) };
    if (file && hasText) return { message: notice(both) };
    const draft = file
      ? await withAttached(file, user.id, context, (incoming) => draftOf(incoming, context))
      : { text };
    return 'problem' in draft ? { message: draft.problem } : checkOutcome(draft.text, context);
  },
} satisfies ChatCommand;

/**
 * The text of a file, read in a process apart as letters are. Markdown is read as plain text: else it would lose its block
 * quotes, which are quotations.
 */
async function draftOf(
  file: IncomingFile,
  context: Context,
): Promise<{ readonly text: string } | { readonly problem: OutgoingMessage }> {
  const plain = file.name.replace(MARKDOWN, '.txt');
  const { letters, unread } = await context.intake.read({ ...file, name: plain }, context.waiting.signal);
  if (letters.length > 0) return { text: letters.map(({ text }) => text).join('\n\n') };
  const named = unread.map(({ name, reason }) => ({ name: name === plain ? file.name : name, reason }));
  return { problem: unreadMessage(named, context) };
}
