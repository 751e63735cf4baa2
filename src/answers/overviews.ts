import type { Letter } from '../letters/types.ts';
import type { Corpus, Retriever } from '../retrieval/types.ts';
import { type CommitmentOptions, commitmentsIn } from './commitments/commitments.ts';
import type { Commitment } from './commitments/schema.ts';
import { outlineOf } from './outline/outline.ts';
import type { Outline } from './outline/schema.ts';
import type { SentenceEncoder } from './sentences.ts';
import { type MeetingFinder, meetingFinder } from './summary/find-meeting.ts';
import { lettersOf, type MeetingLetters, meetingsOf } from './summary/meetings.ts';
import type { Summary } from './summary/schema.ts';
import { type SummaryOptions, sectionTitles, summarize } from './summary/summarize.ts';
import type { Timeline } from './timeline/schema.ts';
import { type TimelineOptions, timelineOf } from './timeline/timeline.ts';

/** What letters are used for beyond single questions: everything in them is made of quotes. */
export interface Overviews {
  /** Meetings with the letters before and after them, newest first; a letter without a meeting stands by itself. */
  readonly meetings: readonly MeetingLetters[];
  readonly findMeeting: MeetingFinder['find'];
  readonly suggestMeetings: MeetingFinder['suggest'];
  /** Titles of the sections that `section` of a summary can name. */
  sections(meeting: MeetingLetters): readonly string[];
  summarize(meeting: MeetingLetters, options?: SummaryOptions): Promise<Summary>;
  timeline(subject: string, options?: TimelineOptions): Promise<Timeline>;
  commitments(options?: {
    readonly meeting?: MeetingLetters | undefined;
    readonly open?: boolean | undefined;
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
  const finder = await meetingFinder(meetings);
  // Asked for again with every page that is turned; the same as long as the index is.
  let all: Promise<readonly Commitment[]> | null = null;
  const promised = (options: CommitmentOptions) => commitmentsIn(letters, encoder, options);
  return {
    meetings,
    findMeeting: finder.find,
    suggestMeetings: finder.suggest,
    sections: (meeting) => sectionTitles(lettersOf(meeting)),
    summarize: (meeting, options) => summarize(meeting, encoder, options),
    timeline: (subject, options = {}) => timelineOf(subject, options, parts),
    async commitments({ meeting, open = false } = {}) {
      if (meeting) return promised({ inLetters: lettersOf(meeting), open });
      all ??= promised({}).catch((error: unknown) => {
        all = null;
        throw error;
      });
      return (await all).filter(({ fulfilledBy }) => !open || fulfilledBy === null);
    },
    outline(letterId) {
      const letter: Letter | undefined = letters.find(({ id }) => id === letterId);
      return letter ? outlineOf(letter, letters) : null;
    },
  };
}
