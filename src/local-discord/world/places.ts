import { snowflake } from '../ids.ts';
import type { LocaleName } from '../limits/values.ts';
import type { Person } from './person.ts';

export interface Role {
  id: string;
  name: string;
  permissions: string;
}

/** A server. */
export interface Guild {
  id: string;
  name: string;
  locale: LocaleName;
  /** Whether the bot is a member; where it is not, only those who installed it themselves can use it. */
  hasBot: boolean;
  roles: Role[];
}

/** A place to talk: in a guild, between one person and the bot, or among people without the bot. */
export type Channel =
  | { kind: 'guild'; id: string; name: string; guild: Guild }
  | { kind: 'dm'; id: string; with: Person }
  | { kind: 'group'; id: string; people: Person[] };

/** All permissions of an ordinary member, and the bit that makes an administrator. */
const MEMBER = 2_248_473_465_835_073n;
const ADMINISTRATOR = 8n;

export function newGuild(given: Partial<Guild> & { name: string }): Guild {
  const id = snowflake();
  const everyone = { id, name: '@everyone', permissions: String(MEMBER) };
  const team = { id: snowflake(), name: 'Team', permissions: '0' };
  return { id, locale: 'en-US', hasBot: true, roles: [everyone, team], ...given };
}

export function permissionsOf(person: Person): bigint {
  return person.admin ? MEMBER | ADMINISTRATOR : MEMBER;
}

/** Whether a person has all the permissions asked for; an administrator has any. */
export function mayDo(person: Person, permissions: string | null | undefined): boolean {
  if (permissions == null || person.admin) return true;
  const asked = BigInt(permissions);
  // '0' asks for no permission anyone can be given: it hides the command from all but administrators.
  return asked !== 0n && (permissionsOf(person) & asked) === asked;
}

/** Whether the bot can read and write there on its own account. */
export function botIsIn(channel: Channel): boolean {
  return channel.kind === 'dm' || (channel.kind === 'guild' && channel.guild.hasBot);
}

/** The id of the guild that a channel is in; null outside guilds. */
export function guildOf(channel: Channel): string | null {
  return channel.kind === 'guild' ? channel.guild.id : null;
}

/** Whether a person can be found there; a guild's channels are open to all. */
export function isIn(channel: Channel, person: Person): boolean {
  if (channel.kind === 'guild') return true;
  const people = channel.kind === 'dm' ? [channel.with] : channel.people;
  return people.some((it) => it.id === person.id);
}

/** Discord's number for where an interaction happens: 0 guild, 1 DM with the bot, 2 other private channel. */
export function contextOf(channel: Channel): 0 | 1 | 2 {
  if (channel.kind === 'guild') return 0;
  return channel.kind === 'dm' ? 1 : 2;
}

/** Whose installation of the bot an interaction rests on: `0` a guild (or "0" in its DM), `1` a user. */
export function installationFor(channel: Channel, person: Person): { '0'?: string; '1'?: string } {
  const owners: { '0'?: string; '1'?: string } = {};
  if (botIsIn(channel)) owners['0'] = channel.kind === 'guild' ? channel.guild.id : '0';
  if (person.installedBot) owners['1'] = person.id;
  return owners;
}
