import type { MeetingLetters } from '../answers/meetings.ts';
import type { QuestionFilters } from '../retrieval/types.ts';
import type { Context } from './context.ts';

/** The meeting that the channel or its server is about; null for none, and for one that no letter is about any more. */
export function usualMeeting({ chosen, library }: Pick<Context, 'chosen' | 'library'>): MeetingLetters | null {
  return library.meetings.find(({ id }) => id === chosen.meeting) ?? null;
}

/** What narrows a search to a meeting; what is about none stands under its own letter. */
export function filtersOf({ id, meeting }: MeetingLetters): QuestionFilters {
  return meeting ? { meeting: id } : { letter: id };
}
