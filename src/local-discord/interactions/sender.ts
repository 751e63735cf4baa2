import type { Faults } from '../faults.ts';
import type { LocaleName } from '../limits/values.ts';
import type { State } from '../state.ts';
import type { Person } from '../world/person.ts';
import { type Channel, guildOf, installationFor, isIn } from '../world/places.ts';
import { type Interaction, type InteractionType, newInteraction } from './interaction.ts';
import { interactionPayload, type Own } from './payload.ts';

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

/** Someone at a place. */
export interface Who {
  user: Person;
  channel: Channel;
  locale: LocaleName;
}

/** Makes interactions and sends them to the bot. */
export class Sender {
  readonly #state: State;
  readonly #faults: Faults;

  constructor(state: State, faults: Faults) {
    this.#state = state;
    this.#faults = faults;
  }

  /** @throws when that person is not in that channel */
  who({ user = this.#state.world.ada, channel = this.#state.world.general, locale }: As): Who {
    if (!isIn(channel, user)) throw new Error(`${user.name} is not in that conversation`);
    return { user, channel, locale: locale ?? user.locale };
  }

  begin(
    { user, channel }: Who,
    type: InteractionType,
    name: string,
    more: Partial<Pick<Interaction, 'messageId' | 'commandType'>> = {},
  ): Interaction {
    const owners = installationFor(channel, user);
    const mark = this.#state.happenings.mark();
    const interaction = newInteraction({ type, name, user, channel, owners, mark, ...more });
    this.#state.interactions.set(interaction.token, interaction);
    return interaction;
  }

  /** @throws when no bot is there to answer */
  send(interaction: Interaction, { locale }: Who, own: Own): Interaction {
    if (!this.#state.gateway.session) throw new Error('no bot is logged in');
    const payload = this.#faults.distorted({ ...interactionPayload(this.#state.world, interaction, locale, own) });
    this.#state.happenings.emit({ kind: 'interaction', interaction });
    this.#state.gateway.dispatch('INTERACTION_CREATE', guildOf(interaction.channel), () => payload);
    return interaction;
  }
}
