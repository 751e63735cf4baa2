import { snowflake } from '../ids.ts';
import { newPerson, type Person } from './person.ts';
import { type Channel, type Guild, newGuild } from './places.ts';

/** Who and what there is: people, guilds, channels, and the bot with its application. */
export class World {
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly bot: Person;
  /** Reads English, is administrator. */
  readonly ada: Person;
  /** Reads Dutch, may no more than any member. */
  readonly bram: Person;
  /** Reads Dutch, and has the bot installed on their own account. */
  readonly chris: Person;
  /** A guild with the bot, and its channel. */
  readonly home: Guild;
  readonly general: Channel;
  /** A channel of another guild with the bot. */
  readonly other: Channel;
  /** A channel of a guild where the bot is no member. */
  readonly elsewhere: Channel;
  /** A private conversation of Chris and Ada, without the bot. */
  readonly group: Channel;

  constructor() {
    this.bot = this.addPerson({ name: 'Briefwijzer', bot: true });
    this.ada = this.addPerson({ name: 'Ada', locale: 'en-US', admin: true });
    this.bram = this.addPerson({ name: 'Bram', locale: 'nl' });
    this.chris = this.addPerson({ name: 'Chris', locale: 'nl', installedBot: true });
    this.home = this.addGuild({ name: 'Policy team', locale: 'nl' });
    this.general = this.addChannel(this.home, 'general');
    this.other = this.addChannel(this.addGuild({ name: 'Other team' }), 'lounge');
    this.elsewhere = this.addChannel(this.addGuild({ name: 'Elsewhere', hasBot: false }), 'elsewhere');
    this.group = this.add({ kind: 'group', id: snowflake(), people: [this.chris, this.ada] });
  }

  addPerson(given: Partial<Person> & { name: string }): Person {
    const person = newPerson(given);
    this.people.set(person.id, person);
    return person;
  }

  addGuild(given: Partial<Guild> & { name: string }): Guild {
    const guild = newGuild(given);
    this.guilds.set(guild.id, guild);
    return guild;
  }

  addChannel(guild: Guild, name: string): Channel {
    return this.add({ kind: 'guild', id: snowflake(), name, guild });
  }

  /** The direct messages between a person and the bot. */
  dm(person: Person): Channel {
    const open = [...this.channels.values()].find((it) => it.kind === 'dm' && it.with.id === person.id);
    return open ?? this.add({ kind: 'dm', id: snowflake(), with: person });
  }

  private add(channel: Channel): Channel {
    this.channels.set(channel.id, channel);
    return channel;
  }
}
