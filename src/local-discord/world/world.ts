import { snowflake } from '../ids.ts';
import { newPerson, type Person } from './person.ts';
import { type Channel, type Guild, newGuild } from './places.ts';

/** Who and what there is: people, guilds, channels, and the bot with its application. */
export class World {
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly bot: Person;
  readonly ada: Person;
  readonly bram: Person;
  readonly chris: Person;
  readonly home: Guild;
  readonly general: Channel;
  readonly other: Channel;
  readonly elsewhere: Channel;
  readonly group: Channel;

  /** A small world: two guilds with the bot, one without it, and three people. */
  constructor() {
    this.bot = this.addPerson({ name: 'Briefwijzer', bot: true });
    /** Reads English, is administrator. */
    this.ada = this.addPerson({ name: 'Ada', locale: 'en-US', admin: true });
    /** Reads Dutch, may no more than any member. */
    this.bram = this.addPerson({ name: 'Bram', locale: 'nl' });
    /** Reads Dutch, and has the bot installed on her own account. */
    this.chris = this.addPerson({ name: 'Chris', locale: 'nl', installedBot: true });
    this.home = this.addGuild({ name: 'Policy team', locale: 'nl' });
    this.general = this.addChannel(this.home, 'general');
    this.other = this.addChannel(this.addGuild({ name: 'Other team' }), 'lounge');
    /** A guild where the bot is no member. */
    this.elsewhere = this.addChannel(this.addGuild({ name: 'Elsewhere', hasBot: false }), 'elsewhere');
    /** A private conversation without the bot. */
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
