import { z } from 'zod';
import { bySchema } from '../limits/check.ts';
import { snowflakeText } from '../limits/controls.ts';
import { messageBody } from '../limits/messages.ts';
import type { State } from '../state.ts';
import { channelPayload, memberPayload } from '../world/guild-payloads.ts';
import type { Message } from '../world/messages.ts';
import { userPayload } from '../world/person.ts';
import { botIsIn, type Channel } from '../world/places.ts';
import { composeEdit, composeNew } from './compose.ts';
import { Refusal, refuse } from './refusal.ts';
import { type Call, noContent, ok, type Route, route } from './route.ts';

const dmBody = bySchema(z.object({ recipient_id: snowflakeText }));

/** What the bot does on its own account in a channel it is in. */
export const channelRoutes: Route[] = [
  route('GET', '/channels/:channel', ({ params, state, call }) =>
    ok(channelPayload(reach(state, params.channel, call))),
  ),
  route('GET', '/channels/:channel/messages', ({ params, state, call }) => {
    const channel = reach(state, params.channel, call);
    const before = call.query.get('before');
    const after = call.query.get('after');
    const limit = Number(call.query.get('limit') ?? 50);
    const messages = state.board
      .seenBy(null, channel.id)
      .filter((it) => (!before || BigInt(it.id) < BigInt(before)) && (!after || BigInt(it.id) > BigInt(after)));
    // Those next to the id that was given, the newest first.
    const page = after ? messages.slice(0, limit) : messages.slice(-limit);
    return ok(page.reverse().map((it) => read(state, it)));
  }),
  route('POST', '/channels/:channel/messages', ({ params, state, call }) => {
    const channel = reach(state, params.channel, call);
    const files = call.files.map((it) => it.name);
    const body = call.body(messageBody({ edits: null, mayBeEphemeral: false, files }));
    const { nonce } = body;
    const already = body.enforce_nonce && nonce ? state.board.withNonce(channel.id, nonce) : undefined;
    if (already) return ok(already);
    const repliesTo = repliedTo(state, body.message_reference, channel);
    const draft = composeNew(state, body, call.files, { channelId: channel.id, repliesTo });
    return ok(state.board.add(nonce ? { ...draft, nonce } : draft, null));
  }),
  route('GET', '/channels/:channel/messages/:message', ({ params, state, call }) =>
    ok(read(state, publicMessage(state, reach(state, params.channel, call), params.message))),
  ),
  route('PATCH', '/channels/:channel/messages/:message', ({ params, state, call }) => {
    const old = publicMessage(state, reach(state, params.channel, call), params.message);
    if (old.author.id !== state.world.bot.id) throw refuse.notYourMessage();
    const files = call.files.map((it) => it.name);
    const body = call.body(messageBody({ edits: old, mayBeEphemeral: false, files }));
    return ok(state.board.change(old.id, composeEdit(state, body, call.files, old), null));
  }),
  route('DELETE', '/channels/:channel/messages/:message', ({ params, state, call }) => {
    state.board.remove(publicMessage(state, reach(state, params.channel, call), params.message).id);
    return noContent;
  }),
  route('POST', '/channels/:channel/typing', ({ params, state, call }) => {
    const channel = reach(state, params.channel, call);
    state.happenings.emit({ kind: 'typing', channelId: channel.id });
    return noContent;
  }),
  route('POST', '/users/@me/channels', ({ state, call }) => {
    if (!call.authorized) throw refuse.unauthorized();
    const person = state.world.people.get(call.body(dmBody).recipient_id);
    if (!person) throw refuse.unknownUser();
    return ok(channelPayload(state.world.dm(person)));
  }),
  route('GET', '/users/:user', ({ params, state, call }) => {
    if (!call.authorized) throw refuse.unauthorized();
    const person = state.world.people.get(params.user);
    if (!person) throw refuse.unknownUser();
    return ok(userPayload(person));
  }),
  route('GET', '/guilds/:guild/members/:user', ({ params, state, call }) => {
    if (!call.authorized) throw refuse.unauthorized();
    const person = state.world.people.get(params.user);
    if (!state.world.guilds.get(params.guild)?.hasBot) throw refuse.unknownGuild();
    if (!person) throw refuse.unknownUser();
    return ok(memberPayload(person));
  }),
];

function reach(state: State, id: string, call: Call): Channel {
  if (!call.authorized) throw refuse.unauthorized();
  const channel = state.world.channels.get(id);
  if (!channel) throw refuse.unknownChannel();
  if (!botIsIn(channel)) throw refuse.missingAccess();
  return channel;
}

/** An ephemeral message is not there for anyone who comes by the channel. */
function publicMessage(state: State, channel: Channel, id: string): Message {
  const stored = state.board.get(id);
  if (!stored || stored.visibleTo || stored.message.channel_id !== channel.id) throw refuse.unknownMessage();
  return stored.message;
}

function read(state: State, message: Message): Message {
  return state.board.asBotReads(message, state.gateway.session?.intents ?? 0);
}

type Reference = { message_id: string; fail_if_not_exists?: boolean | undefined } | null | undefined;

function repliedTo(state: State, reference: Reference, channel: Channel): Message | null {
  if (!reference) return null;
  const stored = state.board.get(reference.message_id);
  if (stored && !stored.visibleTo && stored.message.channel_id === channel.id) return stored.message;
  if (reference.fail_if_not_exists === false) return null;
  const problem = { code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' };
  const errors = { message_reference: { _errors: [problem] } };
  throw new Refusal(400, { code: 50035, message: 'Invalid Form Body', errors });
}
