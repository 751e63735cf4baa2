import { formatDates, type TextLanguage } from '../texts/dates.ts';
import type { MeetingLetters } from './meetings.ts';

/** "21 en 22 oktober 2021, NAVO-ministers van Defensie"; the letter's title where it is about no meeting. */
export function meetingTitle({ meeting, before, after }: MeetingLetters, language: TextLanguage): string {
  if (!meeting) return [...before, ...after][0]?.title ?? '';
  return meeting.dates.length > 0 ? `${formatDates(meeting.dates, language)}, ${meeting.name}` : meeting.name;
}
