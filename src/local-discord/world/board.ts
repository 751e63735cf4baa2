import type { Gateway } from '../gateway/gateway.ts';
import { INTENTS } from '../gateway/intents.ts';
import type { HappeningStream } from '../happenings.ts';
import type { Interaction } from '../interactions/interaction.ts';
import { memberPayload } from './guild-payloads.ts';
import { type Draft, isEphemeral, type Message, newMessage, type StoredMessage } from './messages.ts';
import { botIsIn, type Channel, guildOf } from './places.ts';
import type { World } from './world.ts';

/** The messages of all channels; every change is told to the gateway and to the stream of happenings. */
export class Board {
  readonly #stored = new Map<string, StoredMessage>();
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #happenings: HappeningStream;

  constructor(world: World, gateway: Gateway, happenings: HappeningStream) {
    this.#world = world;
    this.#gateway = gateway;
    this.#happenings = happenings;
  }

  get(id: string | null | undefined): StoredMessage | null {
    return (id && this.#stored.get(id)) || null;
  }

  /** The messages of a channel as a person sees them, oldest first; null for what everyone sees. */
  seenBy(personId: string | null, channelId: string): Message[] {
    return [...this.#stored.values()]
      .filter((it) => it.message.channel_id === channelId && (!it.visibleTo || it.visibleTo === personId))
      .map((it) => it.message);
  }

  /** The bot's message in a channel that was sent with a nonce. */
  withNonce(channelId: string, nonce: string | number): Message | undefined {
    return this.seenBy(null, channelId).find((it) => it.nonce === nonce && it.author.id === this.#world.bot.id);
  }

  add(draft: Draft, interaction: Interaction | null): Message {
    const message = newMessage(draft);
    const visibleTo = interaction && isEphemeral(message) ? interaction.user.id : null;
    this.#stored.set(message.id, { message, visibleTo });
    this.#happenings.emit({ kind: 'messageCreated', message, visibleTo, interaction });
    this.#tell('MESSAGE_CREATE', message);
    return message;
  }

  change(id: string, changes: Partial<Message>, interaction: Interaction | null): Message {
    const old = this.#stored.get(id);
    if (!old) throw new Error(`no message ${id}`);
    const message = { ...old.message, ...changes };
    const stored = { message, visibleTo: old.visibleTo };
    this.#stored.set(id, stored);
    this.#happenings.emit({ kind: 'messageUpdated', ...stored, interaction });
    this.#tell('MESSAGE_UPDATE', message);
    return message;
  }

  remove(id: string): void {
    const old = this.#stored.get(id);
    if (!old) return;
    this.#stored.delete(id);
    const channelId = old.message.channel_id;
    this.#happenings.emit({ kind: 'messageDeleted', id, channelId, visibleTo: old.visibleTo });
    const channel = this.#world.channels.get(channelId);
    if (!channel || old.visibleTo || !botIsIn(channel)) return;
    const guild = channel.kind === 'guild' ? { guild_id: channel.guild.id } : {};
    this.#gateway.dispatch('MESSAGE_DELETE', guildOf(channel), (intents) =>
      intents & intentFor(channel) ? { id, channel_id: channelId, ...guild } : null,
    );
  }

  /** A message as the bot may read it: without the privileged intent only what is meant for it has its content. */
  asBotReads(message: Message, intents: number): Message {
    const { bot, channels } = this.#world;
    const referenced = message.referenced_message;
    const own = message.author.id === bot.id || message.mentions.some((it) => it.id === bot.id);
    const open = own || channels.get(message.channel_id)?.kind === 'dm' || (intents & INTENTS.messageContent) !== 0;
    const read = referenced ? { ...message, referenced_message: this.asBotReads(referenced, intents) } : message;
    return open ? read : { ...read, content: '', embeds: [], components: [], attachments: [] };
  }

  #tell(event: string, message: Message): void {
    const channel = this.#world.channels.get(message.channel_id);
    const author = this.#world.people.get(message.author.id);
    if (!channel || !author || isEphemeral(message) || !botIsIn(channel)) return;
    const { user: _, ...member } = memberPayload(author);
    const place =
      channel.kind === 'guild' ? { guild_id: channel.guild.id, member, channel_type: 0 } : { channel_type: 1 };
    this.#gateway.dispatch(event, guildOf(channel), (intents) =>
      intents & intentFor(channel) ? { ...this.asBotReads(message, intents), ...place } : null,
    );
  }
}

function intentFor(channel: Channel): number {
  return channel.kind === 'guild' ? INTENTS.guildMessages : INTENTS.directMessages;
}
