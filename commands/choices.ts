import type { APIApplicationCommandOptionChoice } from 'discord.js';
import type { LetterRef } from '../src/answers/schema.ts';
import type { Library } from '../src/answers/types.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { meetingName } from '../src/discord/messages/parts/names.ts';
import { labelWithEnding } from '../src/discord/messages/parts/parts.ts';
import { formatDate, type TextLanguage } from '../src/texts/dates.ts';

type Choice = APIApplicationCommandOptionChoice<string>;
type Meeting = NonNullable<LetterRef['meeting']>;

/** Letters for what was typed; the value is the letter's id. */
export function letterChoices(library: Library, typed: string, language: TextLanguage): Choice[] {
  return library.suggestLetters(typed, LIMITS.choices).map(({ id, title, letterDate }) => ({
    name: labelWithEnding(title, letterDate ? ` (${formatDate(letterDate, language)})` : '', LIMITS.choiceName),
    value: id,
  }));
}

/** Meetings for what was typed; the value is the meeting's id. */
export function meetingChoices(library: Library, typed: string, language: TextLanguage): Choice[] {
  return library.suggestMeetings(typed, LIMITS.choices).map((meeting) => ({
    name: meetingName(meeting, language),
    value: meeting.id,
  }));
}

/** The letter that was chosen, or that what was typed can only mean; null for none. */
export function findLetter(library: Library, typed: string): LetterRef | null {
  return library.letters.find(({ id }) => id === typed) ?? only(library.suggestLetters(typed, 2));
}

/** The meeting that was chosen, or that what was typed can only mean; null for none. */
export function findMeeting(library: Library, typed: string): Meeting | null {
  const chosen = library.letters.find(({ meeting }) => meeting?.id === typed)?.meeting;
  return chosen ?? only(library.suggestMeetings(typed, 2));
}

function only<T>(found: readonly T[]): T | null {
  return found.length === 1 ? (found[0] ?? null) : null;
}
