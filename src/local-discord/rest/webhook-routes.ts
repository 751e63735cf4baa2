import type { Interaction } from '../interactions/interaction.ts';
import { messageBody } from '../limits/messages.ts';
import { FLAGS } from '../limits/values.ts';
import type { State } from '../state.ts';
import type { Message } from '../world/messages.ts';
import { answerMetadata } from './answer-metadata.ts';
import { composeEdit, composeNew } from './compose.ts';
import { refuse } from './refusal.ts';
import { type Call, noContent, ok, type Reply, type Route, route } from './route.ts';

/** How many follow-ups are allowed where the bot is there only for the one who installed it. */
const FOLLOW_UPS_OF_USER_INSTALL = 5;

/** What a bot can do with an interaction's token: read, edit and delete its answers, and follow them up. */
export const webhookRoutes: Route[] = [
  route('POST', '/webhooks/:app/:token', ({ params, state, call }) => {
    const interaction = opened(state, params.token);
    const original = state.board.get(interaction.originalId)?.message ?? null;
    // Discord takes the first follow-up to a deferred answer for that answer.
    if (interaction.state === 'thinking' && original) return edit(state, interaction, original, call, true);
    if (interaction.owners['0'] === undefined && interaction.followUpIds.length >= FOLLOW_UPS_OF_USER_INSTALL) {
      throw refuse.tooManyFollowUps();
    }
    const files = call.files.map((it) => it.name);
    const body = call.body(messageBody({ edits: null, mayBeEphemeral: true, files }));
    const draft = composeNew(state, body, call.files, { channelId: interaction.channel.id });
    const message = state.board.add({ ...draft, ...answerMetadata(state, interaction, original) }, interaction);
    interaction.followUpIds.push(message.id);
    return ok(message);
  }),
  route('GET', '/webhooks/:app/:token/messages/:message', ({ params, state }) =>
    ok(named(state, opened(state, params.token), params.message)),
  ),
  route('PATCH', '/webhooks/:app/:token/messages/:message', ({ params, state, call }) => {
    const interaction = opened(state, params.token);
    return edit(state, interaction, named(state, interaction, params.message), call, false);
  }),
  route('DELETE', '/webhooks/:app/:token/messages/:message', ({ params, state }) => {
    const interaction = opened(state, params.token);
    state.board.remove(named(state, interaction, params.message).id);
    if (interaction.state === 'thinking') interaction.state = 'answered';
    return noContent;
  }),
];

function opened(state: State, token: string): Interaction {
  const interaction = state.interactions.get(token);
  if (!interaction || interaction.state === 'unanswered') throw refuse.unknownWebhook();
  if (Date.now() - interaction.createdAt > state.settings.tokenLifeMs) throw refuse.expiredToken();
  return interaction;
}

/** The message that "@original" or an id means; only the bot's own. */
function named(state: State, interaction: Interaction, name: string): Message {
  const stored = state.board.get(name === '@original' ? interaction.originalId : name);
  if (!stored || stored.message.author.id !== state.world.bot.id) throw refuse.unknownMessage();
  return stored.message;
}

function edit(state: State, interaction: Interaction, old: Message, call: Call, followUp: boolean): Reply {
  const files = call.files.map((it) => it.name);
  const body = call.body(messageBody({ edits: old, mayBeEphemeral: followUp, files }));
  // Who sees an answer was fixed when it was deferred.
  const flags = (body.flags ?? 0) & ~FLAGS.ephemeral;
  const message = state.board.change(old.id, composeEdit(state, { ...body, flags }, call.files, old), interaction);
  if (old.id === interaction.originalId) interaction.state = 'answered';
  return ok(message);
}
