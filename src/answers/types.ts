import type { QuestionFilters } from '../retrieval/types.ts';
import type { Check } from './check/schema.ts';
import type { Commitment } from './commitments/schema.ts';
import type { ComparisonOptions } from './comparison/compare.ts';
import type { Comparison } from './comparison/schema.ts';
import type { MeetingLetters } from './meetings.ts';
import type { Found } from './naming/resolver.ts';
import type { Outline } from './outline/schema.ts';
import type { Answer, Coverage, LetterEntry, LetterRef, Quote } from './schema.ts';
import type { Summary } from './summary/schema.ts';
import type { SummaryOptions } from './summary/summarize.ts';
import type { Timeline } from './timeline/schema.ts';
import type { TimelineOptions } from './timeline/timeline.ts';

export interface AskOptions {
  /** How many quotes. Where it is not given, those that answer, three at most. */
  readonly top?: number | undefined;
  /** Leave out the best N: "next quotes". */
  readonly skip?: number | undefined;
  /** Chosen by the asker. */
  readonly filters?: QuestionFilters | undefined;
  /** Filters where the question names no letter and no time itself: the meeting that a channel is about, say. */
  readonly usual?: QuestionFilters | undefined;
  /** False: what the question names (a date, a meeting) is not used as a filter. */
  readonly readFilters?: boolean | undefined;
  /** The question this one follows. */
  readonly previous?: string | undefined;
  /** Language of `reason`; the question's own where it is not given. */
  readonly language?: 'nl' | 'en' | undefined;
  /** Stops the work when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

export interface CommitmentFilters {
  /** Only promises in the letters about this meeting. */
  readonly meeting?: MeetingLetters | undefined;
  /** Only those for which no later letter was found. */
  readonly open?: boolean | undefined;
  /** Stops the work when it aborts. */
  readonly signal?: AbortSignal | undefined;
}

export interface PassageSuggestion {
  readonly passageId: string;
  /** Heading and beginning of the text, uncut. */
  readonly section: string | null;
  readonly text: string;
}

/** Everything that can be asked of one loaded index; all of it is made of quotes. Knows no Discord and no terminal. */
export interface Library {
  readonly letters: readonly LetterEntry[];
  /** Meetings with the letters before and after them, newest first; a letter without a meeting stands by itself. */
  readonly meetings: readonly MeetingLetters[];
  readonly coverage: Coverage;
  /** About the index, for status displays. */
  readonly about: {
    readonly version: string;
    readonly model: string;
    readonly builtAt: string;
    readonly passages: number;
  };
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** One passage as a quote; null where the id is unknown. */
  quote(passageId: string): Quote | null;
  /** The passage before, itself, the passage after, as far as they stand in the same letter. */
  context(passageId: string): readonly Quote[];
  /** All passages of the section that the passage stands in, in order. */
  section(passageId: string): readonly Quote[];
  /** The first passage of each section whose title is given; null where the letter has no such section. */
  sectionStart(letterId: string, title: string): Quote | null;
  /** The letter that is meant by its id, file, a date ("4 november 2021"), its number ("28 676 nr. 387") or words. */
  findLetter(typed: string): Found<LetterRef>;
  /** The meeting that is meant by its id, a date in it ("okt 21", "2021-10-21"), or words ("NAVO Brussel"). */
  findMeeting(typed: string): Found<MeetingLetters>;
  /** Letters that fit what was typed so far, best first, also with typing errors; all for an empty text. */
  suggestLetters(text: string, limit: number): readonly LetterRef[];
  /** Passages of one letter (or of all) that fit what was typed, best first; the letter's order for an empty text. */
  suggestPassages(letterId: string | null, text: string, limit: number): readonly PassageSuggestion[];
  /** Meetings that fit what was typed so far, best first, also with typing errors; all for an empty text. */
  suggestMeetings(text: string, limit: number): readonly MeetingLetters[];
  /** Titles of the sections that `section` of a summary can name. */
  sections(meeting: MeetingLetters): readonly string[];
  /** A meeting in quotes. */
  summarize(meeting: MeetingLetters, options?: SummaryOptions): Promise<Summary>;
  /** How a subject ran through the letters. */
  timeline(subject: string, options?: TimelineOptions): Promise<Timeline>;
  /** What two meetings say on a subject, side by side. */
  compare(
    meetings: readonly [MeetingLetters, MeetingLetters],
    subject: string,
    options?: ComparisonOptions,
  ): Promise<Comparison>;
  /** What ministers promised parliament, newest first. */
  commitments(filters?: CommitmentFilters): Promise<readonly Commitment[]>;
  /** What a draft quotes, compared with all letters. */
  check(draft: string, options?: { readonly signal?: AbortSignal | undefined }): Promise<Check>;
  /** How a letter is built; null where there is no such letter. */
  outline(letterId: string): Outline | null;
}

/** A loaded index that can be replaced while questions run. */
export interface IndexSource {
  current(): Library;
  /** Loads the newest index beside the current one, verifies it and swaps; throws and keeps the current one where that fails. */
  reload(): Promise<Library>;
  /** Whether the folder holds a newer index than the current one; throws where it holds none that can be used. */
  changed(): Promise<boolean>;
}
