import { snowflake } from '../ids.ts';
import type { Command } from '../limits/commands.ts';
import type { Person } from './person.ts';
import { type Channel, contextOf, installationFor, mayDo } from './places.ts';

export type RegisteredCommand = Command & { id: string; application_id: string; version: string; guild_id?: string };

/** The commands the bot registered, globally and per guild. */
export class CommandBook {
  readonly #sets = new Map<string, RegisteredCommand[]>();

  /** Replaces all commands of a guild, or (null) the global ones; one that stays keeps its id. */
  replace(applicationId: string, guildId: string | null, commands: readonly Command[]): RegisteredCommand[] {
    const old = this.list(guildId);
    const registered = commands.map((command) => {
      const same = old.find((it) => it.name === command.name && it.type === command.type);
      const ids = { id: same?.id ?? snowflake(), application_id: applicationId, version: snowflake() };
      return { ...command, ...ids, ...(guildId ? { guild_id: guildId } : {}) };
    });
    this.#sets.set(guildId ?? '', registered);
    return registered;
  }

  list(guildId: string | null): RegisteredCommand[] {
    return this.#sets.get(guildId ?? '') ?? [];
  }

  /** The commands that Discord offers a person in a channel. */
  offered(person: Person, channel: Channel): RegisteredCommand[] {
    const own = channel.kind === 'guild' && channel.guild.hasBot ? this.list(channel.guild.id) : [];
    const global = this.list(null).filter((it) => !own.some((mine) => mine.name === it.name && mine.type === it.type));
    return [...own, ...global].filter((it) => whyNot(it, person, channel) === null);
  }

  /**
   * The command a person uses in a channel.
   *
   * @throws an error that says why Discord would not offer it to them there
   */
  use(name: string, type: 1 | 2 | 3, person: Person, channel: Channel): RegisteredCommand {
    const found = this.offered(person, channel).find((it) => it.name === name && it.type === type);
    if (found) return found;
    const hidden = [...this.#sets.values()].flat().find((it) => it.name === name && it.type === type);
    const why = hidden ? (whyNot(hidden, person, channel) ?? 'it belongs to another guild') : 'it is not registered';
    throw new Error(`${person.name} cannot use "${name}" here: ${why}`);
  }
}

function whyNot(command: RegisteredCommand, person: Person, channel: Channel): string | null {
  const installed = installationFor(channel, person);
  const types = command.integration_types ?? [0];
  if (!types.some((type) => (type === 0 ? installed['0'] : installed['1']))) return 'the bot is not installed for it';
  const contexts = command.contexts;
  if (contexts && !contexts.includes(contextOf(channel))) return 'it is not for this kind of channel';
  if (channel.kind === 'guild' && !mayDo(person, command.default_member_permissions)) return 'it needs permissions';
  return null;
}
