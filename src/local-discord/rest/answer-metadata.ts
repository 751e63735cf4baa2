import { INTERACTION, type Interaction } from '../interactions/interaction.ts';
import type { State } from '../state.ts';
import { type Draft, type Message, withoutReference } from '../world/messages.ts';
import { userPayload } from '../world/person.ts';

const SLASH_ANSWER = 20;
const CONTEXT_ANSWER = 23;
const REPLY = 19;

/** What a message says of the interaction it answers; `original` is the first answer when this is a follow-up. */
export function answerMetadata(state: State, interaction: Interaction, original?: Message | null): Partial<Draft> {
  const { id, type, user, owners, messageId } = interaction;
  const about = original ?? state.board.get(messageId)?.message ?? null;
  const { bot } = state.world;
  return {
    type:
      about && interaction.commandType !== 3 ? REPLY : interaction.commandType === 1 ? SLASH_ANSWER : CONTEXT_ANSWER,
    application_id: bot.id,
    webhook_id: bot.id,
    interaction_metadata: {
      id,
      type,
      user: userPayload(user),
      authorizing_integration_owners: owners,
      ...(original ? { original_response_message_id: original.id } : {}),
      ...(type === INTERACTION.component && messageId ? { interacted_message_id: messageId } : {}),
      ...(type === INTERACTION.command && messageId ? { target_message_id: messageId } : {}),
    },
    ...(about
      ? {
          message_reference: { type: 0, message_id: about.id, channel_id: about.channel_id },
          referenced_message: withoutReference(about),
        }
      : {}),
  };
}
