import { meetingBody } from './metadata/meeting-id.ts';
import type { Letter, Meeting } from './types.ts';

/**
 * Gives meetings of one body that share a day the same id: an agenda can announce two days of which only one came
 * about. The id is that of the earliest dates, which the agenda has most often, so that a report added later changes no
 * other letter.
 */
export function linkMeetings(letters: readonly Letter[]): Letter[] {
  const meetings = letters.flatMap(({ metadata }) => metadata.meeting ?? []);
  const ordered = [...meetings].sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
  const idByDay = new Map<string, string>();
  const idByMeeting = new Map<Meeting, string>();
  for (const meeting of ordered) {
    const days = meeting.dates.map((date) => `${meetingBody(meeting.name)} ${date}`);
    const id = days.map((day) => idByDay.get(day)).find((known) => known !== undefined) ?? meeting.id;
    for (const day of days) if (!idByDay.has(day)) idByDay.set(day, id);
    idByMeeting.set(meeting, id);
  }
  return letters.map((letter) => {
    const { meeting } = letter.metadata;
    const id = meeting && idByMeeting.get(meeting);
    if (!meeting || !id || id === meeting.id) return letter;
    return { ...letter, metadata: { ...letter.metadata, meeting: { ...meeting, id } } };
  });
}

function order(meeting: Meeting): string {
  return `${meeting.dates.join(' ')} ${meeting.id}`;
}
