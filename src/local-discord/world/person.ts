import type { APIUser } from 'discord-api-types/v10';
import { snowflake } from '../ids.ts';
import type { LocaleName } from '../limits/values.ts';
import type { Wire } from '../wire.ts';

/** Someone with a Discord account; the bot is one too. */
export interface Person {
  id: string;
  username: string;
  name: string;
  /** The language their Discord stands in. */
  locale: LocaleName;
  /** Administrator of every guild. */
  admin: boolean;
  bot: boolean;
  /** Has the bot installed on their own account, so that it works for them anywhere. */
  installedBot: boolean;
}

export function newPerson(given: Partial<Person> & { name: string }): Person {
  return {
    id: snowflake(),
    username: given.name.toLowerCase().replaceAll(/[^a-z0-9_]/g, '_'),
    locale: 'en-US',
    admin: false,
    bot: false,
    installedBot: false,
    ...given,
  };
}

export type UserPayload = Wire<APIUser> & { primary_guild: null };

/** A person as Discord sends one. */
export function userPayload(person: Person): UserPayload {
  return {
    id: person.id,
    username: person.username,
    global_name: person.bot ? null : person.name,
    discriminator: person.bot ? '0001' : '0',
    avatar: null,
    bot: person.bot,
    flags: 0,
    public_flags: 0,
    primary_guild: null,
  };
}
