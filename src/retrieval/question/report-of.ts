import { findDates } from '../../letters/dates/find.ts';

const MEETING = /(?<!\p{L})(?:meetings?|councils?|summits?|conferences?|ministerials?|eurogroup|\p{L}*raad)(?!\p{L})/iu;

/**
 * Whether what is said of an English report makes it that of a meeting or a day, and so a letter: any other report may be
 * anything that is told.
 */
export function isOfMeeting(telling: string): boolean {
  const [date] = findDates(telling);
  return MEETING.test(telling) || (date !== undefined && /^\p{L}+ (?:the )?$/iu.test(telling.slice(0, date.start)));
}
