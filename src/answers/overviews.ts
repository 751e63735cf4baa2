import type { Letter } from '../letters/types.ts';
import type { Corpus, Retriever } from '../retrieval/types.ts';
import { commitmentsIn } from './commitments/commitments.ts';
import type { Commitment } from './commitments/schema.ts';
import { letterRef } from './letters.ts';
import { lettersOf, type MeetingLetters, meetingsOf } from './meetings.ts';
import { createNameFinder, type Found, type Named } from './name-finder.ts';
import { outlineOf } from './outline/outline.ts';
import type { Outline } from './outline/schema.ts';
import type { LetterRef } from './schema.ts';
import type { SentenceEncoder } from './selection/sentences.ts';
import { letterWords, meetingWords } from './suggest.ts';
import type { Summary } from './summary/schema.ts';
import { type SummaryOptions, sectionTitles, summarize } from './summary/summarize.ts';
import type { Timeline } from './timeline/schema.ts';
import { type TimelineOptions, timelineOf } from './timeline/timeline.ts';

/** What letters are used for beyond single questions: everything in them is made of quotes. */
export interface Overviews {
  /** Meetings with the letters before and after them, newest first; a letter without a meeting stands by itself. */
  readonly meetings: readonly MeetingLetters[];
  /** By id, date or words: "okt 21", "2021-10-21", "Brussel", "feb 2022". */
  findMeeting(typed: string): Found<MeetingLetters>;
  suggestMeetings(typed: string, limit: number): readonly MeetingLetters[];
  /** By id, file, date, number or words. */
  findLetter(typed: string): Found<LetterRef>;
  /** Titles of the sections that `section` of a summary can name. */
  sections(meeting: MeetingLetters): readonly string[];
  summarize(meeting: MeetingLetters, options?: SummaryOptions): Promise<Summary>;
  timeline(subject: string, options?: TimelineOptions): Promise<Timeline>;
  commitments(options?: {
    readonly meeting?: MeetingLetters | undefined;
    readonly open?: boolean | undefined;
    readonly signal?: AbortSignal | undefined;
  }): Promise<readonly Commitment[]>;
  /** Null where there is no such letter. */
  outline(letterId: string): Outline | null;
}

export interface OverviewParts {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
  readonly encoder: SentenceEncoder;
}

/** Puts together what can be shown of one loaded index beyond answers. */
export async function createOverviews(parts: OverviewParts): Promise<Overviews> {
  const { corpus, encoder } = parts;
  const { letters } = corpus;
  const meetings = meetingsOf(letters);
  const meetingFinder = await createNameFinder(meetings.map(namedMeeting));
  const letterFinder = await createNameFinder(letters.map(namedLetter));
  return {
    meetings,
    findMeeting: meetingFinder.find,
    suggestMeetings: meetingFinder.suggest,
    findLetter: letterFinder.find,
    sections: (meeting) => sectionTitles(lettersOf(meeting)),
    summarize: (meeting, options) => summarize(meeting, encoder, options),
    timeline: (subject, options = {}) => timelineOf(subject, options, parts),
    commitments: ({ meeting, ...options } = {}) =>
      commitmentsIn(letters, encoder, { ...options, ...(meeting && { inLetters: lettersOf(meeting) }) }),
    outline(letterId) {
      const letter: Letter | undefined = letters.find(({ id }) => id === letterId);
      return letter ? outlineOf(letter, letters) : null;
    },
  };
}

function namedMeeting(meeting: MeetingLetters): Named<MeetingLetters> {
  const letters = lettersOf(meeting);
  return {
    value: meeting,
    words: letters
      .map((letter) => (letter.metadata.meeting ? `${meetingWords(letter)} ${letter.title}` : letterWords(letter)))
      .join(' '),
    ids: [meeting.id, ...letters.flatMap(({ id, file, metadata }) => [id, file, metadata.meeting?.id ?? id])],
  };
}

function namedLetter(letter: Letter): Named<LetterRef> {
  return { value: letterRef(letter), words: letterWords(letter), ids: [letter.id, letter.file] };
}
