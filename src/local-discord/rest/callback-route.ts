import { INTERACTION, type Interaction } from '../interactions/interaction.ts';
import { type CallbackBody, callbackBody } from '../limits/callbacks.ts';
import type { MessageBody } from '../limits/message-fields.ts';
import { FLAGS } from '../limits/values.ts';
import type { State } from '../state.ts';
import type { Message } from '../world/messages.ts';
import { answerMetadata } from './answer-metadata.ts';
import { composeEdit, composeNew } from './compose.ts';
import type { UploadedFile } from './recorded.ts';
import { refuse } from './refusal.ts';
import { noContent, ok, type Reply, type Route, route } from './route.ts';

/** The first answer to an interaction. */
export const callbackRoute: Route = route('POST', '/interactions/:id/:token/callback', ({ params, state, call }) => {
  const interaction = state.interactions.get(params.token);
  if (!interaction || interaction.id !== params.id) throw refuse.unknownInteraction();
  if (interaction.state !== 'unanswered') throw refuse.alreadyAcknowledged();
  if (Date.now() - interaction.createdAt > state.settings.answerWithinMs) throw refuse.unknownInteraction();
  const source = state.board.get(interaction.messageId)?.message ?? null;
  const files = call.files.map((it) => it.name);
  const reply = { edits: null, mayBeEphemeral: true, files };
  const body = call.body(callbackBody(reply, { edits: source, mayBeEphemeral: false, files }));
  refuseMisfit(interaction, body.type);
  if (body.type === 7 && !source) throw refuse.unknownMessage();

  interaction.state = body.type === 5 ? 'thinking' : 'answered';
  interaction.acknowledgedAt = Date.now();
  const message = answer(state, interaction, body, call.files, source);
  interaction.originalId = message?.id ?? (body.type === 6 ? interaction.messageId : null);
  state.happenings.emit({ kind: 'acknowledged', interaction, callback: body.type });
  return call.query.get('with_response') === 'true' ? withResponse(interaction, body.type, message) : noContent;
});

function refuseMisfit(interaction: Interaction, callback: number): void {
  const { type } = interaction;
  const fromComponent =
    type === INTERACTION.component || (type === INTERACTION.modal && interaction.messageId !== null);
  if ((type === INTERACTION.autocomplete) !== (callback === 8)) {
    throw refuse.wrongCallback('Choices answer an autocomplete, and nothing else does.');
  }
  if ((callback === 6 || callback === 7) && !fromComponent) {
    throw refuse.wrongCallback('Only a component has a message to update.');
  }
  if (callback === 9 && type === INTERACTION.modal) throw refuse.wrongCallback('A modal cannot open a modal.');
  if (callback === 1 || callback === 12) throw refuse.wrongCallback('Not for this application.');
}

/** Carries the answer out; returns the message that it made or changed. */
function answer(
  state: State,
  interaction: Interaction,
  body: CallbackBody,
  files: UploadedFile[],
  source: Message | null,
): Message | null {
  const post = (given: MessageBody, flags: number) => {
    const draft = composeNew(state, given, files, { channelId: interaction.channel.id });
    return state.board.add({ ...draft, ...answerMetadata(state, interaction), flags }, interaction);
  };
  switch (body.type) {
    case 4:
      return post(body.data, body.data.flags ?? 0);
    case 5:
      return post({}, (body.data?.flags ?? 0) | FLAGS.loading);
    case 7:
      return source && state.board.change(source.id, composeEdit(state, body.data ?? {}, files, source), interaction);
    case 8:
      interaction.choices = body.data.choices;
      state.happenings.emit({ kind: 'choices', interaction, choices: body.data.choices });
      return null;
    case 9:
      interaction.modal = body.data;
      state.happenings.emit({ kind: 'modal', interaction, modal: body.data });
      return null;
    default:
      return null;
  }
}

function withResponse(interaction: Interaction, callback: number, message: Message | null): Reply {
  return ok({
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message ? { response_message_id: message.id } : {}),
      response_message_loading: callback === 5,
      response_message_ephemeral: ((message?.flags ?? 0) & FLAGS.ephemeral) !== 0,
    },
    // A deferred message is reported as the message it is.
    ...(message ? { resource: { type: callback === 5 ? 4 : callback, message } } : {}),
  });
}
