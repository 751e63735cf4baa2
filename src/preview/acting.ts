import type { Interaction, LocalDiscord, Message, Person } from '../local-discord/index.ts';
import type { Channel } from '../local-discord/world/places.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { choiceViews } from './command-views.ts';
import type { Action, ActionResult, PersonKey, Viewer } from './protocol.ts';

/** How long Discord lets a bot take for its first answer, in ms. */
const ANSWER_WITHIN = 3000;

/** The person behind a name of the page. */
export function personOf({ world }: LocalDiscord, key: PersonKey): Person {
  return world[key];
}

/** Where somebody looks. */
export function channelOf(discord: LocalDiscord, { person, place }: Viewer): Channel {
  const { world } = discord;
  return place === 'direct' ? world.dm(personOf(discord, person)) : world.general;
}

export function languageOfPerson({ locale }: Person): TextLanguage {
  return locale === 'nl' ? 'nl' : 'en';
}

/** Does in the local Discord what somebody did in the page. Never rejects. */
export async function act(discord: LocalDiscord, action: Action): Promise<ActionResult> {
  try {
    return await perform(discord, action);
  } catch (error) {
    // The local Discord says in a sentence what Discord's own client would not let them do.
    return { done: false, problem: 'refused', detail: error instanceof Error ? error.message : String(error) };
  }
}

async function perform(discord: LocalDiscord, action: Action): Promise<ActionResult> {
  const { people } = discord;
  const user = personOf(discord, action.as);
  const channel = channelOf(discord, { person: action.as, place: action.at });
  const seen = (id: string) => messageFor(discord, user, id);
  switch (action.do) {
    case 'write': {
      const replyTo = action.replyTo === undefined ? {} : { replyTo: seen(action.replyTo) };
      people.write(withMentions(discord, action.text), { user, channel, ...replyTo });
      return { done: true };
    }
    case 'slash':
      return acknowledged(discord, people.slash(action.command, action.values, { user, channel }));
    case 'complete': {
      const typing = people.type(action.command, action.option, action.text, action.values, { user, channel });
      const choices = await discord.waitFor.choices(typing, ANSWER_WITHIN);
      return { done: true, choices: choiceViews(choices, languageOfPerson(user)) };
    }
    case 'press':
      return acknowledged(discord, people.press(seen(action.message), action.customId, { user }));
    case 'select':
      return acknowledged(discord, people.select(seen(action.message), action.customId, action.values, { user }));
    case 'apps':
      return acknowledged(discord, people.messageCommand(action.command, seen(action.message), { user }));
    case 'dismiss':
      people.remove(seen(action.message));
      return { done: true };
    case 'language':
      user.locale = action.language === 'nl' ? 'nl' : 'en-US';
      return { done: true };
  }
}

async function acknowledged(discord: LocalDiscord, interaction: Interaction): Promise<ActionResult> {
  return discord.waitFor.acknowledgement(interaction, ANSWER_WITHIN).then(
    () => ({ done: true }),
    (error: Error) => ({ done: false, problem: 'no_answer', detail: error.message }),
  );
}

/** @throws when there is no such message, or that person does not see it */
function messageFor({ board }: LocalDiscord, person: Person, id: string): Message {
  const stored = board.get(id);
  if (!stored || (stored.visibleTo && stored.visibleTo !== person.id)) throw new Error('that message is gone');
  return stored.message;
}

/** "@Briefwijzer" as Discord's client sends it. */
function withMentions({ world }: LocalDiscord, text: string): string {
  return [...world.people.values()].reduce(
    (sent, { name, id }) => sent.replaceAll(new RegExp(`@${name}(?!\\p{L})`, 'gu'), `<@${id}>`),
    text,
  );
}
