import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { nameOf } from '../src/answers/meetings.ts';
import type { Library } from '../src/answers/types.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { labelWithEnding } from '../src/discord/messages/parts/parts.ts';
import { formatDate, type TextLanguage } from '../src/texts/dates.ts';

type Choice = APIApplicationCommandOptionChoice<string>;

/** Letters for what was typed; the value is the letter's id. */
export function letterChoices(library: Library, typed: string, language: TextLanguage): Choice[] {
  return library.suggestLetters(typed, LIMITS.choices).map(({ id, title, letterDate }) => ({
    name: labelWithEnding(title, letterDate ? ` (${formatDate(letterDate, language)})` : '', LIMITS.choiceName),
    value: id,
  }));
}

/** Meetings for what was typed, also letters about none; the value is an id. */
export function meetingChoices(library: Library, typed: string, language: TextLanguage): Choice[] {
  return library.suggestMeetings(typed, LIMITS.choices).map((about) => {
    const name = nameOf(about, language);
    const dates = name.slice(about.meeting?.name.length ?? name.length);
    const rest = name.slice(0, name.length - dates.length);
    return { name: labelWithEnding(rest, dates, LIMITS.choiceName), value: about.id };
  });
}
