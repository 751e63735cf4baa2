import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { meetingTitle } from '../src/answers/meeting-title.ts';
import type { MeetingLetters } from '../src/answers/meetings.ts';
import type { Context } from '../src/discord/context.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { escapeMarkdown } from '../src/discord/messages/parts/escape.ts';
import { asTyped } from '../src/discord/messages/parts/names.ts';
import { ACCENT, type OutgoingMessage, panel, text } from '../src/discord/messages/parts/parts.ts';
import { overviews } from '../src/texts/overviews.ts';

/** Meetings for what was typed, also letters about none; the value is an id. */
export function overviewChoices(
  { library, language }: Pick<Context, 'library' | 'language'>,
  typed: string,
): APIApplicationCommandOptionChoice<string>[] {
  return library.overviews.suggestMeetings(typed, LIMITS.choices).map((meeting) => ({
    name: meetingTitle(meeting, language),
    value: meeting.id,
  }));
}

/** The nearest meetings to what was typed, where it names none or more than one. */
export function whichMeeting(
  typed: string,
  choices: readonly MeetingLetters[],
  { language }: Pick<Context, 'language'>,
): OutgoingMessage {
  const { choose } = overviews(language);
  if (choices.length === 0) return panel([text(choose.noLetters)], ACCENT.problem);
  const lines = choices.map((meeting) => `- ${escapeMarkdown(meetingTitle(meeting, language))}`);
  return panel([text([choose.meeting(asTyped(typed)), ...lines].join('\n'))], ACCENT.problem);
}
