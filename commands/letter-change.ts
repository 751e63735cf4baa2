import type { Context } from '../src/discord/context.ts';
import { ChangeProblem, type JobOptions } from '../src/discord/intake/port.ts';
import type { FollowUp } from '../src/discord/interactions/outcome.ts';
import { progressMessage } from '../src/discord/messages/intake-progress.ts';
import { failure } from '../src/discord/messages/notice.ts';
import type { OutgoingMessage } from '../src/discord/messages/parts/parts.ts';
import { Problem } from '../src/problem.ts';

/**
 * Changes the letters, and shows how far that is.
 * @param failed the sentence for when it can't be done
 */
export function letterChange(
  change: (options: JobOptions) => Promise<OutgoingMessage>,
  failed: string,
  { texts, log }: Context,
): FollowUp {
  return async (show, signal) => {
    try {
      return await change({ onProgress: (progress) => show(progressMessage(progress, texts)), signal });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // Its message is in English and names paths: for whoever runs the bot.
      log.warn({ error }, 'letters could not be taken in or out');
      return failure(failed, texts.intake.why[error instanceof ChangeProblem ? error.reason : 'other']);
    }
  };
}
