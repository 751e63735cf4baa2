import type { Faults } from './faults.ts';
import { INTERACTION, type Interaction, type InteractionType, newInteraction } from './interactions/interaction.ts';
import { fill, type Values } from './interactions/options.ts';
import { idsIn, interactionPayload, resolved } from './interactions/payload.ts';
import { allComponents } from './limits/components.ts';
import type { LocaleName } from './limits/values.ts';
import type { State } from './state.ts';
import { mentionsIn } from './world/mentions.ts';
import type { Message } from './world/messages.ts';
import { type Person, userPayload } from './world/person.ts';
import { type Channel, installationFor } from './world/places.ts';

/** Who does something, where, and in which language their Discord stands. */
export interface As {
  /** Ada by default. */
  user?: Person;
  /** The channel "general" by default; for a component its message's channel. */
  channel?: Channel;
  /** The person's own by default. */
  locale?: LocaleName;
  /** Does it even where Discord's client would not let them. */
  unchecked?: boolean;
}

/** What people do in Discord. Everything returns at once; `waitFor` awaits what the bot makes of it. */
export class People {
  readonly #state: State;
  readonly #faults: Faults;

  constructor(state: State, faults: Faults) {
    this.#state = state;
    this.#faults = faults;
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

  /** Uses a message command on a message. */
  messageCommand(name: string, message: Message, as: As = {}): Interaction {
    const channel = this.#channelOf(message);
    const { user, locale } = this.#who({ ...as, channel });
    const command = this.#state.commands.use(name, 3, user, channel);
    const interaction = this.#begin(INTERACTION.command, name, user, channel, {
      messageId: message.id,
      commandType: 3,
    });
    const { id, guild_id } = command;
    const guild = guild_id ? { guild_id } : {};
    const data = {
      id,
      name,
      type: 3,
      ...guild,
      target_id: message.id,
      resolved: { messages: { [message.id]: message } },
    };
    return this.#send(interaction, locale, { data });
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
    const { modal, channel, messageId } = opened;
    if (!modal) throw new Error('no modal was opened');
    const { locale } = this.#who({ user: opened.user, ...as });
    const more = messageId ? { messageId } : {};
    const interaction = this.#begin(INTERACTION.modal, modal.custom_id, opened.user, channel, more);
    const input = (id: string) => ({ type: 4, id: 1, custom_id: id, value: values[id] ?? '' });
    const components = modal.components.flatMap((it): object[] => {
      if (it.type === 1) return [{ type: 1, id: 1, components: it.components.map((one) => input(one.custom_id)) }];
      return it.type === 18 ? [{ type: 18, id: 1, component: input(it.component.custom_id) }] : [];
    });
    const source = this.#state.board.get(messageId)?.message;
    const data = { custom_id: modal.custom_id, components };
    return this.#send(interaction, locale, { data, ...(source ? { message: source } : {}) });
  }

  /** Writes a message, perhaps as a reply, which pings its author unless `ping` is false. */
  write(content: string, as: As & { replyTo?: Message; ping?: boolean } = {}): Message {
    const { user, channel } = this.#who(as);
    const { replyTo, ping = true } = as;
    const { people } = this.#state.world;
    const repliedTo = replyTo && ping ? people.get(replyTo.author.id) : undefined;
    const reference = replyTo
      ? {
          type: 19,
          message_reference: { type: 0 as const, message_id: replyTo.id, channel_id: replyTo.channel_id },
          referenced_message: replyTo,
        }
      : {};
    const mentions = mentionsIn({ content, people, repliedTo });
    const draft = { channel_id: channel.id, author: userPayload(user), content, ...mentions, ...reference };
    return this.#state.board.add(draft, null);
  }

  /** Deletes a message. */
  remove(message: Message): void {
    this.#state.board.remove(message.id);
  }

  #chatInput(type: InteractionType, name: string, filling: { values: Values; focused?: string }, as: As): Interaction {
    const { user, channel, locale } = this.#who(as);
    const [first = '', ...path] = name.split(' ');
    const command = this.#state.commands.use(first, 1, user, channel);
    const options = fill(command.options ?? [], { path, unchecked: as.unchecked ?? false, ...filling });
    const interaction = this.#begin(type, first, user, channel, { commandType: 1 });
    const guild = command.guild_id ? { guild_id: command.guild_id } : {};
    const about = resolved(this.#state.world, interaction, idsIn(options));
    return this.#send(interaction, locale, {
      data: { id: command.id, name: first, type: 1, ...guild, options, ...about },
    });
  }

  #component(given: Message, customId: string, values: string[] | null, as: As): Interaction {
    const stored = this.#state.board.get(given.id);
    const message = stored?.message ?? given;
    const channel = this.#channelOf(message);
    const { user, locale } = this.#who({ ...as, channel });
    const component = allComponents([...message.components]).find(
      (it) => 'custom_id' in it && it.custom_id === customId,
    );
    if (!as.unchecked) {
      if (!stored) throw new Error('the message was deleted');
      if (stored.visibleTo && stored.visibleTo !== user.id) throw new Error(`${user.name} does not see the message`);
      if (!component) throw new Error(`the message has no component "${customId}"`);
      if ('disabled' in component && component.disabled) throw new Error(`"${customId}" is disabled`);
    }
    const type = component?.type ?? 2;
    const interaction = this.#begin(INTERACTION.component, customId, user, channel, { messageId: message.id });
    const about = type >= 5 ? resolved(this.#state.world, interaction, values ?? []) : {};
    const chosen = values ? { values } : {};
    const data = { custom_id: customId, component_type: type, id: component?.id ?? 1, ...chosen, ...about };
    return this.#send(interaction, locale, { data, message });
  }

  #who(as: As): { user: Person; channel: Channel; locale: LocaleName } {
    const { user = this.#state.world.ada, channel = this.#state.world.general } = as;
    return { user, channel, locale: as.locale ?? user.locale };
  }

  #channelOf(message: Message): Channel {
    const channel = this.#state.world.channels.get(message.channel_id);
    if (!channel) throw new Error(`no channel ${message.channel_id}`);
    return channel;
  }

  #begin(
    type: InteractionType,
    name: string,
    user: Person,
    channel: Channel,
    more: Partial<Pick<Interaction, 'messageId' | 'commandType'>>,
  ): Interaction {
    const owners = installationFor(channel, user);
    const mark = this.#state.happenings.mark();
    const interaction = newInteraction({ type, name, user, channel, owners, mark, ...more });
    this.#state.interactions.set(interaction.token, interaction);
    return interaction;
  }

  #send(interaction: Interaction, locale: LocaleName, own: { data: object; message?: object }): Interaction {
    if (!this.#state.gateway.session) throw new Error('no bot is logged in');
    const payload = this.#faults.distorted(interactionPayload(this.#state.world, interaction, locale, own));
    this.#state.happenings.emit({ kind: 'interaction', interaction });
    this.#state.gateway.dispatch('INTERACTION_CREATE', () => payload);
    return interaction;
  }
}
