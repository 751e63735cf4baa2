import { fold } from '../../retrieval/analysis/fold.ts';
import { createSuggester, letterWords, meetingWords, type Suggester } from '../suggest.ts';
import { lettersOf, type MeetingLetters } from './meetings.ts';

/** What a name can mean: one meeting, or those to choose from. */
export interface FoundMeeting {
  readonly meeting: MeetingLetters | null;
  /** The nearest ones, best first; empty where one was found. */
  readonly choices: readonly MeetingLetters[];
}

/** Finds meetings by id, date or words: "okt 21", "2021-10-21", "Brussel", "feb 2022". */
export interface MeetingFinder {
  find(typed: string): FoundMeeting;
  /** For autocomplete, best first; all for an empty text. */
  suggest(typed: string, limit: number): readonly MeetingLetters[];
}

/** How many meetings there are to choose from where a name is not clear. */
const CHOICES = 8;

export async function meetingFinder(meetings: readonly MeetingLetters[]): Promise<MeetingFinder> {
  const entries = meetings.map((meeting) => ({ value: meeting, words: wordsOf(meeting) }));
  const sets = entries.map(({ value, words }) => ({ meeting: value, words: wordSet(words) }));
  const suggester: Suggester<MeetingLetters> = await createSuggester(entries);
  const exact = (typed: string) => {
    const wanted = wordSet(typed);
    return wanted.size === 0 ? [] : sets.filter(({ words }) => holdsAll(words, wanted)).map(({ meeting }) => meeting);
  };
  return {
    find(typed) {
      const named = meetings.find((meeting) => isNamed(meeting, typed.trim()));
      const found = named ? [named] : exact(typed);
      if (found.length === 1) return { meeting: found[0] ?? null, choices: [] };
      const nearest = found.length > 0 ? found : suggester.suggest(typed, CHOICES);
      return { meeting: null, choices: (nearest.length > 0 ? nearest : meetings).slice(0, CHOICES) };
    },
    suggest(typed, limit) {
      const found = exact(typed);
      return found.length > 0 ? found.slice(0, limit) : suggester.suggest(typed, limit);
    },
  };
}

function isNamed(meeting: MeetingLetters, typed: string): boolean {
  if (meeting.id === typed) return true;
  return lettersOf(meeting).some(({ id, file, metadata }) => [id, file, metadata.meeting?.id].includes(typed));
}

function wordsOf(meeting: MeetingLetters): string {
  return lettersOf(meeting)
    .map((letter) => (letter.metadata.meeting ? `${meetingWords(letter)} ${letter.title}` : letterWords(letter)))
    .join(' ');
}

function wordSet(text: string): ReadonlySet<string> {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !SMALL.has(word)).map((word) => word.replace(/^0+(?=\d)/, '')));
}

const SMALL: ReadonlySet<string> = new Set('de het een van voor en in op te bij met tot the of and at on'.split(' '));

/** Every word stands there; a number as it is, a word perhaps unfinished. */
function holdsAll(words: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  return [...wanted].every((word) => {
    if (words.has(word)) return true;
    if (/^\d/.test(word) || word.length < 3) return false;
    for (const own of words) if (own.startsWith(word)) return true;
    return false;
  });
}
