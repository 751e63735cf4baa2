import type { ChatCommand } from '../../src/discord/interactions/command.ts';
import { reloadIndex } from '../../src/discord/library/watch-index.ts';
import { failure, notice } from '../../src/discord/messages/notice.ts';
import { ACCENT } from '../../src/discord/messages/parts/parts.ts';
import { Problem } from '../../src/problem.ts';
import { definition } from './definition.ts';

/** Takes the newest index in; a bad one is refused with the reason. */
export const reload = {
  definition,
  ownersOnly: true,
  async run(_, context) {
    const { library, texts } = context;
    try {
      const next = await reloadIndex(context);
      const say = next.about.version === library.about.version ? texts.reload.same : texts.reload.done;
      return { message: notice(say(next.coverage), ACCENT.answer) };
    } catch (error) {
      // Only a Problem's message is written for people; the log has the rest.
      return { message: failure(texts.reload.failed, error instanceof Problem ? error.message : null) };
    }
  },
} satisfies ChatCommand;
