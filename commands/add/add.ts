import type { Attachment } from 'discord.js';
import type { Context } from '../../src/discord/context.ts';
import { takeInId } from '../../src/discord/custom-ids/letters.ts';
import { withAttached } from '../../src/discord/intake/attached.ts';
import { type Taken, takeLettersIn } from '../../src/discord/intake/change-letters.ts';
import { fetched } from '../../src/discord/intake/fetched.ts';
import { whyNotChange } from '../../src/discord/intake/permission.ts';
import type { IncomingLetter } from '../../src/discord/intake/port.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { FollowUp } from '../../src/discord/interactions/outcome.ts';
import { incomingMessage, unreadMessage } from '../../src/discord/messages/incoming.ts';
import { progressMessage } from '../../src/discord/messages/intake-progress.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { cutAtWord } from '../../src/discord/messages/parts/excerpt.ts';
import { ACCENT, type OutgoingMessage } from '../../src/discord/messages/parts/parts.ts';
import { leave } from '../leave.ts';
import { letterChange } from '../letter-change.ts';
import { definition } from './definition.ts';

const TITLE = 200;
/** Letters that are named: a message has room for so many, however long their titles. */
const NAMED = 8;

/** Shows what a file, or a paper that is fetched, would be taken in as; a button then takes it in. */
export const add = {
  definition,
  async run(interaction, context) {
    const refused = await whyNotChange(interaction, context);
    if (refused !== null) return { message: notice(refused) };
    const file = interaction.options.getAttachment('file');
    const number = interaction.options.getString('number');
    const { nothing, both } = context.texts.intake.paper;
    if (file && number !== null) return { message: notice(both) };
    const read = await given(file, number, interaction.user.id, context);
    if (!read) return { message: notice(nothing) };
    if ('problem' in read) return { message: read.problem };
    if (read.letters.length === 0) return { message: unreadMessage(read.unread, context) };
    const key = context.uploads.keep(read.letters, interaction.user.id);
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
        return {
          message: progressMessage({ phase: 'writing' }, context.texts),
          follow: takeIn(letters, r, context),
          giveBack: () => void context.uploads.keep(letters, interaction.user.id, k),
        };
      },
    }),
    leave,
  ],
} satisfies ChatCommand;

/** What a file or a number comes to; null where neither is given. */
async function given(file: Attachment | null, number: string | null, person: string, context: Context) {
  if (file)
    return withAttached(file, person, context, (incoming) => context.intake.read(incoming, context.waiting.signal));
  return number === null ? null : fetched(number, context);
}

/** Takes letters in, and says how many passages can be searched now. */
function takeIn(letters: readonly IncomingLetter[], replace: boolean, context: Context): FollowUp {
  return letterChange(
    async (options) => takenMessage(await takeLettersIn(letters, { ...options, replace }, context), context),
    context.texts.intake.failed,
    context,
  );
}

function takenMessage({ taken, library }: Taken, { texts }: Context): OutgoingMessage {
  const { done, preview } = texts.intake;
  const sentences = taken.slice(0, NAMED).map(({ file, status }) => {
    const entry = library.letters.find((letter) => letter.file === file);
    const title = cutAtWord(entry?.title ?? file, TITLE);
    return status === 'known' ? done.known(title) : done[status](title, entry?.passages ?? 0);
  });
  const more = taken.length - NAMED;
  return notice([...sentences, ...(more > 0 ? [preview.more(more)] : [])].join('\n'), ACCENT.answer);
}
