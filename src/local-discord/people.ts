import type { Faults } from './faults.ts';
import { INTERACTION, type Interaction, type InteractionType } from './interactions/interaction.ts';
import { fill, type Values } from './interactions/options.ts';
import { idsIn, resolved } from './interactions/payload.ts';
import { type As, Sender } from './interactions/sender.ts';
import { componentWith, whyUnusable } from './interactions/use-component.ts';
import type { State } from './state.ts';
import { mentionsIn } from './world/mentions.ts';
import { type Attachment, isEphemeral, type Message, withoutReference } from './world/messages.ts';
import { userPayload } from './world/person.ts';
import type { Channel } from './world/places.ts';

/** What people do in Discord. Everything returns at once; `waitFor` awaits what the bot makes of it. */
export class People {
  readonly #state: State;
  readonly #sender: Sender;

  constructor(state: State, faults: Faults) {
    this.#state = state;
    this.#sender = new Sender(state, faults);
  }

  /** Uses a slash command: "ask", or "settings language" with its subcommand. */
  slash(name: string, values: Values = {}, as: As = {}): Interaction {
    return this.#chatInput(INTERACTION.command, name, { values }, as);
  }

  /** Types in an option of a slash command that completes; `values` are the options filled in already. */
  type(name: string, option: string, text: string, values: Values = {}, as: As = {}): Interaction {
    const filling = { values: { ...values, [option]: text }, focused: option };
    return this.#chatInput(INTERACTION.autocomplete, name, filling, as);
  }

  /** Chooses a file for an option of a slash command; it goes to Discord before the command is sent. */
  upload(
    file: { readonly name: string; readonly bytes: Uint8Array; readonly contentType?: string },
    as: As = {},
  ): Attachment {
    const { channel } = this.#sender.who(as);
    const { name, bytes, contentType = 'application/octet-stream' } = file;
    return this.#state.files.upload(channel.id, { name, bytes, contentType });
  }

  /** Uses a message command on a message. */
  messageCommand(name: string, message: Message, as: As = {}): Interaction {
    const who = this.#sender.who({ ...as, channel: this.#channelOf(message) });
    const { id, guild_id } = this.#state.commands.use(name, 3, who.user, who.channel);
    const more = { messageId: message.id, commandType: 3 as const };
    const interaction = this.#sender.begin(who, INTERACTION.command, name, more);
    const guild = guild_id ? { guild_id } : {};
    const about = { target_id: message.id, resolved: { messages: { [message.id]: message } } };
    return this.#sender.send(interaction, who, { data: { id, name, type: 3, ...guild, ...about } });
  }

  /** Presses a button. */
  press(message: Message, customId: string, as: As = {}): Interaction {
    return this.#component(message, customId, null, as);
  }

  /** Chooses in a select menu; people, roles and channels by their ids. */
  select(message: Message, customId: string, values: string[], as: As = {}): Interaction {
    return this.#component(message, customId, values, as);
  }

  /** Sends in the modal that an interaction opened; values by the inputs' custom ids. */
  submit(opened: Interaction, values: Record<string, string>, as: As = {}): Interaction {
    const { modal, user, channel, messageId } = opened;
    if (!modal) throw new Error('no modal was opened');
    const who = this.#sender.who({ ...as, user, channel });
    const interaction = this.#sender.begin(who, INTERACTION.modal, modal.custom_id, messageId ? { messageId } : {});
    const input = (id: string) => ({ type: 4, id: 1, custom_id: id, value: values[id] ?? '' });
    const components = modal.components.flatMap((it): object[] => {
      if (it.type === 1) return [{ type: 1, id: 1, components: it.components.map((one) => input(one.custom_id)) }];
      return it.type === 18 ? [{ type: 18, id: 1, component: input(it.component.custom_id) }] : [];
    });
    const message = this.#state.board.get(messageId)?.message;
    const data = { custom_id: modal.custom_id, components };
    return this.#sender.send(interaction, who, { data, ...(message ? { message } : {}) });
  }

  /** Writes a message, perhaps as a reply, which pings its author unless `ping` is false. */
  write(content: string, as: As & { replyTo?: Message; ping?: boolean } = {}): Message {
    const { replyTo, ping = true, ...rest } = as;
    const { user, channel } = this.#sender.who(replyTo ? { channel: this.#channelOf(replyTo), ...rest } : rest);
    if (replyTo && isEphemeral(replyTo)) throw new Error('an ephemeral message cannot be replied to');
    const { people } = this.#state.world;
    const repliedTo = replyTo && ping ? people.get(replyTo.author.id) : undefined;
    const draft = { channel_id: channel.id, author: userPayload(user), content };
    const mentions = mentionsIn({ content, people, repliedTo });
    if (!replyTo) return this.#state.board.add({ ...draft, ...mentions }, null);
    const guild = channel.kind === 'guild' ? { guild_id: channel.guild.id } : {};
    const reply = {
      type: 19,
      message_reference: { type: 0 as const, message_id: replyTo.id, channel_id: replyTo.channel_id, ...guild },
      referenced_message: withoutReference(replyTo),
    };
    return this.#state.board.add({ ...draft, ...mentions, ...reply }, null);
  }

  /** Deletes a message. */
  remove(message: Message): void {
    this.#state.board.remove(message.id);
  }

  #chatInput(type: InteractionType, name: string, filling: { values: Values; focused?: string }, as: As): Interaction {
    const who = this.#sender.who(as);
    const [first = '', ...path] = name.split(' ');
    const command = this.#state.commands.use(first, 1, who.user, who.channel);
    const options = fill(command.options ?? [], { path, unchecked: as.unchecked ?? false, ...filling });
    const interaction = this.#sender.begin(who, type, first, { commandType: 1 });
    const guild = command.guild_id ? { guild_id: command.guild_id } : {};
    const about = resolved(this.#state, interaction, idsIn(options));
    const data = { id: command.id, name: first, type: 1, ...guild, options, ...about };
    return this.#sender.send(interaction, who, { data });
  }

  #component(given: Message, customId: string, values: string[] | null, as: As): Interaction {
    const stored = this.#state.board.get(given.id);
    const message = stored?.message ?? given;
    const who = this.#sender.who({ ...as, channel: this.#channelOf(message) });
    const problem = as.unchecked ? null : whyUnusable(stored, { customId, values, user: who.user });
    if (problem) throw new Error(problem);
    const component = componentWith(message, customId);
    const type = component?.type ?? (values ? 3 : 2);
    const interaction = this.#sender.begin(who, INTERACTION.component, customId, { messageId: message.id });
    const about = type >= 5 ? resolved(this.#state, interaction, values ?? []) : {};
    const chosen = values ? { values } : {};
    const data = { custom_id: customId, component_type: type, id: component?.id ?? 1, ...chosen, ...about };
    return this.#sender.send(interaction, who, { data, message });
  }

  #channelOf(message: Message): Channel {
    const channel = this.#state.world.channels.get(message.channel_id);
    if (!channel) throw new Error(`no channel ${message.channel_id}`);
    return channel;
  }
}
