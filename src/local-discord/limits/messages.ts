import { bySchema, type Check, withRules } from './check.ts';
import { type MessageBody, messageFields } from './message-fields.ts';
import { type Placement, refuseByRules } from './message-rules.ts';

const checkFields = bySchema(messageFields);

/**
 * The check of a message body at a given place: what is allowed depends on whether it is new or edits another, on that
 * one's flags, and on the files that come with it.
 */
export function messageBody(placement: Placement): Check<MessageBody> {
  return withRules(checkFields, (body, refuse) => refuseByRules(body, placement, refuse));
}
