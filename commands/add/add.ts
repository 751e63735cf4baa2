import type { Context } from '../../src/discord/context.ts';
import { takeInId } from '../../src/discord/custom-ids/letters.ts';
import { type Taken, takeLettersIn } from '../../src/discord/intake/change-letters.ts';
import { download } from '../../src/discord/intake/download.ts';
import { whyNotChange } from '../../src/discord/intake/permission.ts';
import type { IncomingLetter } from '../../src/discord/intake/port.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { FollowUp } from '../../src/discord/interactions/outcome.ts';
import { OWN_LIMITS } from '../../src/discord/limits.ts';
import { aboutFile, incomingMessage, unreadMessage } from '../../src/discord/messages/incoming.ts';
import { progressMessage } from '../../src/discord/messages/intake-progress.ts';
import { failure, notice } from '../../src/discord/messages/notice.ts';
import { cutAtWord } from '../../src/discord/messages/parts/excerpt.ts';
import { ACCENT, type OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { Problem } from '../../src/problem.ts';
import { leave } from '../leave.ts';
import { definition } from './definition.ts';

const MB = 1024 * 1024;
const TITLE = 200;

/** Shows what a file would be taken in as; a button then takes it in. */
export const add = {
  definition,
  async run(interaction, context) {
    const refused = await whyNotChange(interaction, context);
    if (refused !== null) return { message: notice(refused) };
    const { name, url, size } = interaction.options.getAttachment('file', true);
    const { config, intake, uploads, waiting, texts } = context;
    const fetched = await download({ url, size }, config, waiting.signal);
    if ('problem' in fetched) {
      const { too_large, failed } = texts.intake.attachment;
      const why = fetched.problem === 'failed' ? failed : too_large(OWN_LIMITS.attachment / MB);
      return { message: notice(aboutFile(name, why)) };
    }
    const read = await intake.read({ name, bytes: fetched.bytes }, waiting.signal);
    if (read.letters.length === 0) return { message: unreadMessage(read.unread, context) };
    const key = uploads.keep(read.letters, interaction.user.id);
    return { message: incomingMessage(read, key, context) };
  },
  buttons: [
    defineButton(takeInId, {
      visibility: () => 'in place',
      async run({ k, r = false }, context, interaction) {
        const refused = await whyNotChange(interaction, context);
        if (refused !== null) return { message: notice(refused) };
        const letters = context.uploads.take(k, interaction.user.id);
        if (!letters) return { message: notice(context.texts.intake.forgotten) };
        return { message: progressMessage({ phase: 'writing' }, context.texts), follow: takeIn(letters, r, context) };
      },
    }),
    leave,
  ],
} satisfies ChatCommand;

/** Takes letters in, and says how many passages can be searched now. */
function takeIn(letters: readonly IncomingLetter[], replace: boolean, context: Context): FollowUp {
  const { texts } = context;
  return async (show, signal) => {
    const onProgress = (progress: Parameters<typeof progressMessage>[0]) => show(progressMessage(progress, texts));
    try {
      return takenMessage(await takeLettersIn(letters, { replace, onProgress, signal }, context), context);
    } catch (error) {
      // Only a Problem's message is written for people; the log has the rest.
      if (!(error instanceof Problem)) throw error;
      return failure(texts.intake.failed, error.message);
    }
  };
}

function takenMessage({ taken, library }: Taken, { texts }: Context): OutgoingMessage {
  const { done } = texts.intake;
  const sentences = taken.map(({ file, status }) => {
    const entry = library.letters.find((letter) => letter.file === file);
    const title = cutAtWord(entry?.title ?? file, TITLE);
    return status === 'known' ? done.known(title) : done[status](title, entry?.passages ?? 0);
  });
  return notice(sentences.join('\n'), ACCENT.answer);
}
