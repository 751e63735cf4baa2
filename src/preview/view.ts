import { type Interaction, isEphemeral, isThinking, type LocalDiscord, type Message } from '../local-discord/index.ts';
import { channelOf, languageOfPerson, personOf } from './acting.ts';
import { labelOf, messageCommands, slashCommands } from './command-views.ts';
import {
  type MessageView,
  type Overview,
  PEOPLE,
  type PersonKey,
  type Progress,
  type Snapshot,
  type Viewer,
} from './protocol.ts';

/** Looks at the local Discord through somebody's eyes. */
export class View {
  readonly #discord: LocalDiscord;
  /** Which interaction made a message, by the message's id. */
  readonly #madeBy = new Map<string, Interaction>();

  constructor(discord: LocalDiscord) {
    this.#discord = discord;
  }

  /** Remembers to whose command or press a message answers. */
  noteOrigin(message: Message, interaction: Interaction | null): void {
    if (interaction && !this.#madeBy.has(message.id)) this.#madeBy.set(message.id, interaction);
  }

  message(message: Message, key: PersonKey): MessageView {
    return {
      message,
      ephemeral: isEphemeral(message),
      thinking: isThinking(message),
      used: this.#used(message, key),
    };
  }

  snapshot(
    viewer: Viewer,
    now: Pick<Snapshot, 'exchange'> & { progress: Progress; overview: Overview | null },
  ): Snapshot {
    const { world, board, state } = this.#discord;
    const { person: key, place } = viewer;
    const channel = channelOf(this.#discord, viewer);
    const person = personOf(this.#discord, key);
    const language = languageOfPerson(person);
    const offered = state.commands.offered(person, channel);
    return {
      ...now,
      people: PEOPLE.map((it) => {
        const { id, name, ...other } = personOf(this.#discord, it);
        return { key: it, id, name, language: languageOfPerson({ id, name, ...other }) };
      }),
      bot: { id: world.bot.id, name: world.bot.name },
      roles: world.home.roles.map(({ id, name }) => ({ id, name })),
      channel: { id: channel.id, name: channel.kind === 'guild' ? channel.name : world.bot.name },
      place,
      guild: world.home.name,
      commands: slashCommands(offered, language),
      apps: messageCommands(offered, language),
      messages: board.seenBy(person.id, channel.id).map((it) => this.message(it, key)),
    };
  }

  #used(message: Message, key: PersonKey): MessageView['used'] {
    const interaction = this.#madeBy.get(message.id);
    // Only what answers a command says so; a button's answer is a reply to the message it stands on.
    if (!interaction?.commandType) return null;
    const language = languageOfPerson(personOf(this.#discord, key));
    const registered = this.#discord.state.commands.list(null).find(({ name }) => name === interaction.name);
    const label = registered ? labelOf(registered, language) : interaction.name;
    return { person: interaction.user.name, command: interaction.commandType === 1 ? `/${label}` : label };
  }
}
