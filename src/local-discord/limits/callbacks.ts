import { z } from 'zod';
import { bySchema, type Check, type Refuse, withRules } from './check.ts';
import { localisations } from './commands.ts';
import { messageFields } from './message-fields.ts';
import { type Placement, refuseByRules } from './message-rules.ts';
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
const callback = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal(1) }),
  z.strictObject({ type: z.literal(4), data: messageFields }),
  z.strictObject({ type: z.literal(5), data: deferral.nullish() }),
  z.strictObject({ type: z.literal(6) }),
  z.strictObject({ type: z.literal(7), data: messageFields.nullish() }),
  z.strictObject({ type: z.literal(8), data: z.strictObject({ choices: z.array(choice).max(LIMITS.choices) }) }),
  z.strictObject({ type: z.literal(9), data: modal }),
  z.strictObject({ type: z.literal(12) }),
]);
const checkCallback = bySchema(callback);

export type CallbackBody = z.output<typeof callback>;

/** The check of a first answer: its message is a new one, or updates the one a component stands on. */
export function callbackBody(reply: Placement, update: Placement): Check<CallbackBody> {
  return withRules(checkCallback, (body, refuse) => {
    const within: Refuse = (path, message) => refuse(['data', ...path], message);
    if (body.type === 4) refuseByRules(body.data, reply, within);
    if (body.type === 7 && body.data) refuseByRules(body.data, update, within);
  });
}
