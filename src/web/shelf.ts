import { lettersOf, type MeetingLetters } from '../answers/meetings.ts';
import type { Library } from '../answers/types.ts';
import { dayAbout, dayWritten } from '../letters/dates/days.ts';
import type { Letter } from '../letters/types.ts';
import { byCodeUnits } from '../letters/walk.ts';

/** Letters as they stand beside each other. */
export interface Neighbours {
  readonly previous: Letter | undefined;
  readonly next: Letter | undefined;
  /** The other letters about the same meeting. */
  readonly sameMeeting: readonly Letter[];
}

export interface Shelf {
  readonly letters: ReadonlyMap<string, Letter>;
  neighbours(letter: Letter): Neighbours;
  /** Newest first; the year is null where no day is known. */
  readonly years: readonly { readonly year: string | null; readonly meetings: readonly MeetingLetters[] }[];
}

/** The letters of a library in the order of their days. */
export function shelfOf({ meetings }: Pick<Library, 'meetings'>): Shelf {
  const ordered = meetings.flatMap(lettersOf).sort((a, b) => byCodeUnits(placeOf(a), placeOf(b)));
  const places = new Map(ordered.map((letter, place) => [letter.id, place]));
  const meetingOf = new Map(meetings.flatMap((meeting) => lettersOf(meeting).map(({ id }) => [id, meeting])));
  return {
    letters: new Map(ordered.map((letter) => [letter.id, letter])),
    neighbours(letter) {
      const place = places.get(letter.id) ?? 0;
      const meeting = meetingOf.get(letter.id);
      const sameMeeting = meeting ? lettersOf(meeting).filter(({ id }) => id !== letter.id) : [];
      return { previous: ordered[place - 1], next: ordered[place + 1], sameMeeting };
    },
    years: byYear(meetings),
  };
}

/** By the day written; by their file names where they are of one day. Letters of no known day come first. */
function placeOf({ metadata, file }: Letter): string {
  return `${dayWritten(metadata) ?? ''} ${file}`;
}

function byYear(meetings: readonly MeetingLetters[]): Shelf['years'] {
  const years = new Map<string, MeetingLetters[]>();
  for (const meeting of meetings) {
    const [letter] = lettersOf(meeting);
    const year = (meeting.meeting?.dates.at(-1) ?? (letter && dayAbout(letter.metadata)) ?? '').slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), meeting]);
  }
  return [...years]
    .sort(([a], [b]) => byCodeUnits(b, a))
    .map(([year, about]) => ({ year: year === '' ? null : year, meetings: about }));
}
