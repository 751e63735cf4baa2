import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { Library } from '../src/answers/types.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { meetingLabel } from '../src/discord/messages/parts/names.ts';
import { cutLabel } from '../src/discord/messages/parts/parts.ts';
import { formatDate, type TextLanguage } from '../src/texts/dates.ts';

type Choice = APIApplicationCommandOptionChoice<string>;

/** Letters for what was typed, dates first: a narrow screen shows no more than the beginning. The value is the letter's id. */
export function letterChoices(library: Library, typed: string, language: TextLanguage): Choice[] {
  return library.suggestLetters(typed, LIMITS.choices).map(({ id, title, letterDate }) => ({
    name: cutLabel(letterDate ? `${formatDate(letterDate, language)} · ${title}` : title, LIMITS.choiceName),
    value: id,
  }));
}

/** Meetings for what was typed, also letters about none; the value is an id. */
export function meetingChoices(library: Library, typed: string, language: TextLanguage): Choice[] {
  return library
    .suggestMeetings(typed, LIMITS.choices)
    .map((about) => ({ name: cutLabel(meetingLabel(about, language), LIMITS.choiceName), value: about.id }));
}
