import { z } from 'zod';
import { localisations } from './commands.ts';
import type { Placement } from './message-rules.ts';
import { messageBody } from './messages.ts';
import { modal } from './modals.ts';
import { FLAGS, LIMITS } from './values.ts';

const choiceText = z.string().min(1).max(LIMITS.choiceText);

/** One suggestion of an autocomplete. */
const choice = z.strictObject({
  name: choiceText,
  name_localizations: localisations(choiceText),
  value: z.union([choiceText, z.number()]),
});

export type Choice = z.output<typeof choice>;

/** Whether a deferred answer will be ephemeral is all that can be said of it when deferring. */
const deferral = z.strictObject({
  flags: z.union([z.literal(0), z.literal(FLAGS.ephemeral)], 'A deferred answer may carry EPHEMERAL only.').nullish(),
  tts: z.boolean().nullish(),
});

/**
 * The first answer to an interaction, by its `type`: 1 pong, 4 message, 5 deferred message, 6 deferred update, 7 update
 * of the message the component stands on, 8 autocomplete choices, 9 modal, 12 activity.
 */
export function callbackBody(reply: Placement, update: Placement) {
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal(1) }),
    z.strictObject({ type: z.literal(4), data: messageBody(reply) }),
    z.strictObject({ type: z.literal(5), data: deferral.nullish() }),
    z.strictObject({ type: z.literal(6) }),
    z.strictObject({ type: z.literal(7), data: messageBody(update).nullish() }),
    z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: z.array(choice).max(LIMITS.choices) }) }),
    z.strictObject({ type: z.literal(9), data: modal }),
    z.strictObject({ type: z.literal(12) }),
  ]);
}

export type CallbackBody = z.output<ReturnType<typeof callbackBody>>;
