import type { QuestionFilters } from '../retrieval/types.ts';
import type { Overviews } from './overviews.ts';
import type { Answer, Coverage, LetterEntry, LetterRef, Quote } from './schema.ts';

export interface AskOptions {
  /** How many quotes (3). */
  readonly top?: number | undefined;
  /** Leave out the best N: "next quotes". */
  readonly skip?: number | undefined;
  /** Chosen by the asker. */
  readonly filters?: QuestionFilters | undefined;
  /** False: what the question names (a date, a meeting) is not used as a filter. */
  readonly readFilters?: boolean | undefined;
  /** The question this one follows. */
  readonly previous?: string | undefined;
  /** Language of `reason`; the question's own where it is not given. */
  readonly language?: 'nl' | 'en' | undefined;
}

export interface PassageSuggestion {
  readonly passageId: string;
  /** Heading and beginning of the text, uncut. */
  readonly section: string | null;
  readonly text: string;
}

/** Everything that can be asked of one loaded index. Knows no Discord and no terminal. */
export interface Library {
  readonly letters: readonly LetterEntry[];
  readonly coverage: Coverage;
  /** About the index, for status displays. */
  readonly about: {
    readonly version: string;
    readonly model: string;
    readonly builtAt: string;
    readonly passages: number;
  };
  /** Summaries, timelines, commitments and outlines. */
  readonly overviews: Overviews;
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** One passage as a quote; null where the id is unknown. */
  quote(passageId: string): Quote | null;
  /** The passage before, itself, the passage after, as far as they stand in the same letter. */
  context(passageId: string): readonly Quote[];
  /** All passages of the section that the passage stands in, in order. */
  section(passageId: string): readonly Quote[];
  /** The first passage of each section whose title is given; null where the letter has no such section. */
  sectionStart(letterId: string, title: string): Quote | null;
  /** Letters that fit what was typed (title, date, meeting, file), best first, also with typing errors; all for an empty text. */
  suggestLetters(text: string, limit: number): readonly LetterRef[];
  /** Passages of one letter (or of all) that fit what was typed, best first; the letter's order for an empty text. */
  suggestPassages(letterId: string | null, text: string, limit: number): readonly PassageSuggestion[];
  /** Meetings that fit what was typed ("okt 21", "Brussel"), best first. */
  suggestMeetings(text: string, limit: number): readonly NonNullable<LetterRef['meeting']>[];
}

/** A loaded index that can be replaced while questions run. */
export interface IndexSource {
  current(): Library;
  /** Loads the newest index beside the current one, verifies it and swaps; throws and keeps the current one where that fails. */
  reload(): Promise<Library>;
  /** Whether the folder holds a newer index than the current one; throws where it holds none that can be used. */
  changed(): Promise<boolean>;
}
