import type { Context } from '../context.ts';
import { notice } from '../messages/notice.ts';
import type { OutgoingMessage } from '../messages/parts/parts.ts';
import { failed } from './attempt.ts';
import type { Answerable } from './command.ts';
import { show } from './deliver.ts';
import type { FollowUp, Visibility } from './outcome.ts';
import { payload } from './payload.ts';

/** Between two looks at how far it is, in ms. */
const EVERY = 2000;

/**
 * Goes on with work that takes longer than an answer may, after the first message: shows now and then how far it is, and
 * at the end what came of it.
 *
 * @throws what Discord answers when the last message can't be delivered: after 15 minutes it can't
 */
export async function followThrough(
  work: FollowUp,
  interaction: Answerable,
  visibility: Visibility,
  context: Context,
): Promise<void> {
  const { clock, texts, waiting } = context;
  let newest: OutgoingMessage | null = null;
  let editing: Promise<unknown> | null = null;
  const done = new AbortController();

  async function edit(): Promise<void> {
    while (newest && !done.signal.aborted) {
      const message = newest;
      newest = null;
      editing = interaction.editReply(payload(message)).catch((error: unknown) => {
        context.log.debug({ error }, 'how far it is could not be shown');
      });
      await editing;
      await clock.sleep(EVERY, done.signal).catch(() => {});
    }
    editing = null;
  }

  const last = await work((message) => {
    newest = message;
    if (!editing) void edit();
  }, waiting.signal).catch((error: unknown) =>
    notice(waiting.signal.aborted ? texts.problem.stopping : failed(error, context)),
  );
  done.abort();
  await editing;
  await show(interaction, visibility, last, context);
}
