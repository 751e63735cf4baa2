import { byDayWritten, dayAbout } from '../letters/dates/days.ts';
import { announces } from '../letters/meetings/link.ts';
import type { Letter, Meeting } from '../letters/types.ts';
import { byCodeUnits } from '../letters/walk.ts';
import { formatDates, type TextLanguage } from '../texts/dates.ts';

/** The letters about one meeting; or a letter that is about none, by itself. */
export interface MeetingLetters {
  /** The meeting's id, or the letter's where it is about no meeting. */
  readonly id: string;
  readonly meeting: Meeting | null;
  /** Announcements, oldest first. */
  readonly before: readonly Letter[];
  /** Reports, oldest first. */
  readonly after: readonly Letter[];
}

/** The letters by the meeting they are about, newest meeting first. */
export function meetingsOf(letters: readonly Letter[]): readonly MeetingLetters[] {
  const groups = new Map<string, Letter[]>();
  for (const letter of letters) {
    const id = letter.metadata.meeting?.id ?? letter.id;
    groups.set(id, [...(groups.get(id) ?? []), letter]);
  }
  const found = [...groups].map(([id, members]) => {
    const meeting = toMeeting(id, members);
    return { meeting, day: dayOf(meeting) };
  });
  const newestFirst = found.sort((a, b) => byCodeUnits(b.day, a.day) || byCodeUnits(a.meeting.id, b.meeting.id));
  return newestFirst.map(({ meeting }) => meeting);
}

/** What a meeting is called: "NAVO-ministers van Defensie, 21 en 22 oktober 2021". */
export function meetingName({ name, dates }: Pick<Meeting, 'name' | 'dates'>, language: TextLanguage): string {
  return dates.length > 0 ? `${name}, ${formatDates(dates, language)}` : name;
}

/** The name of the meeting that letters are about; the letter's title where it is about none. */
export function nameOf(about: MeetingLetters, language: TextLanguage): string {
  return about.meeting ? meetingName(about.meeting, language) : (lettersOf(about)[0]?.title ?? '');
}

/** Which of the two letters that a meeting can have is not there; none for a letter without a meeting. */
export function missingOf({ meeting, before, after }: MeetingLetters): ('before' | 'after')[] {
  if (!meeting) return [];
  return [...(before.length === 0 ? (['before'] as const) : []), ...(after.length === 0 ? (['after'] as const) : [])];
}

/** All letters of a meeting, announcements first. */
export function lettersOf({ before, after }: MeetingLetters): readonly Letter[] {
  return [...before, ...after];
}

function toMeeting(id: string, members: readonly Letter[]): MeetingLetters {
  const oldestFirst = [...members].sort((a, b) => byDayWritten(a.metadata, b.metadata));
  const before = oldestFirst.filter(announces);
  const after = oldestFirst.filter((letter) => !announces(letter));
  // What the report says of its days wins: an agenda may have named others.
  return { id, meeting: (after[0] ?? before[0])?.metadata.meeting ?? null, before, after };
}

function dayOf({ meeting, before, after }: MeetingLetters): string {
  const [letter] = [...after, ...before];
  return meeting?.dates.at(-1) ?? (letter && dayAbout(letter.metadata)) ?? '';
}
