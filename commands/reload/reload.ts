import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { reloadIndex } from '../../src/discord/library/watch-index.ts';
import { cutAtWord } from '../../src/discord/messages/parts/excerpt.ts';
import { ACCENT, notice, panel, small, text } from '../../src/discord/messages/parts/parts.ts';
import { Problem } from '../../src/problem.ts';
import { definition } from './definition.ts';

/** Takes the newest index in; a bad one is refused with the reason. */
export const reload = {
  definition,
  async run(_, context) {
    const { library, texts } = context;
    try {
      const next = await reloadIndex(context);
      const say = next.about.version === library.about.version ? texts.reload.same : texts.reload.done;
      return { message: notice(say(next.coverage), ACCENT.answer) };
    } catch (error) {
      // Only a Problem's message is written for people; the log has the rest.
      const why = error instanceof Problem ? [small(cutAtWord(error.message, 500))] : [];
      return { message: panel([text(texts.reload.failed), ...why], ACCENT.problem) };
    }
  },
} satisfies ChatCommand;
