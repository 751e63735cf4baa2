import type { APIApplicationCommandOptionChoice } from 'discord.js';
import { meetingTitle } from '../src/answers/meeting-title.ts';
import type { MeetingLetters } from '../src/answers/meetings.ts';
import type { Context } from '../src/discord/context.ts';
import { LIMITS } from '../src/discord/limits.ts';
import { choice, notice } from '../src/discord/messages/notice.ts';
import { asTyped } from '../src/discord/messages/parts/names.ts';
import type { OutgoingMessage } from '../src/discord/messages/parts/parts.ts';
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
  if (choices.length === 0) return notice(choose.noLetters);
  return choice(
    choose.meeting(asTyped(typed)),
    choices.map((meeting) => meetingTitle(meeting, language)),
  );
}
