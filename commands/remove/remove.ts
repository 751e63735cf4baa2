import type { LetterEntry } from '../../src/answers/schema.ts';
import type { Context } from '../../src/discord/context.ts';
import { takeOutId } from '../../src/discord/custom-ids/letters.ts';
import { takeLetterOut } from '../../src/discord/intake/change-letters.ts';
import { whyNotChange } from '../../src/discord/intake/permission.ts';
import type { JobOptions } from '../../src/discord/intake/port.ts';
import { defineButton } from '../../src/discord/interactions/button.ts';
import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import type { FollowUp } from '../../src/discord/interactions/outcome.ts';
import { progressMessage } from '../../src/discord/messages/intake-progress.ts';
import { notice } from '../../src/discord/messages/notice.ts';
import { takeOutQuestion } from '../../src/discord/messages/outgoing-letter.ts';
import { cutAtWord } from '../../src/discord/messages/parts/excerpt.ts';
import { ACCENT } from '../../src/discord/messages/parts/parts.ts';
import { whichLetter } from '../../src/discord/messages/unclear.ts';
import { letterChoices } from '../choices.ts';
import { letterChange } from '../letter-change.ts';
import { definition } from './definition.ts';

const TITLE = 200;

/** Asks whether a letter is to go; a button then puts it aside. */
export const remove = {
  definition,
  async run(interaction, context) {
    const refused = await whyNotChange(interaction, context);
    if (refused !== null) return { message: notice(refused) };
    const typed = interaction.options.getString('letter', true);
    const found = context.library.findLetter(typed);
    if (found.is !== 'one') return { message: whichLetter(found, typed, context) };
    const entry = entryOf(found.value.id, context);
    return { message: entry ? takeOutQuestion(entry, context) : notice(context.texts.intake.remove.gone) };
  },
  autocomplete(interaction, { library, language }) {
    return letterChoices(library, interaction.options.getFocused(), language);
  },
  buttons: [
    defineButton(takeOutId, {
      visibility: () => 'in place',
      async run({ l }, context, interaction) {
        const refused = await whyNotChange(interaction, context);
        if (refused !== null) return { message: notice(refused) };
        const entry = entryOf(l, context);
        if (!entry) return { message: notice(context.texts.intake.remove.gone) };
        return { message: progressMessage({ phase: 'writing' }, context.texts), follow: takeOut(entry, context) };
      },
    }),
  ],
} satisfies ChatCommand;

function entryOf(letterId: string, { library }: Context): LetterEntry | undefined {
  return library.letters.find(({ id }) => id === letterId);
}

function takeOut(letter: LetterEntry, context: Context): FollowUp {
  const { failed, done } = context.texts.intake.remove;
  const change = async (options: JobOptions) => {
    await takeLetterOut(letter, options, context);
    return notice(done(cutAtWord(letter.title, TITLE)), ACCENT.answer);
  };
  return letterChange(change, failed, context);
}
