import { type MeetingLetters, nameOf } from '../../answers/meetings.ts';
import { type Unclear, unclearText } from '../../answers/naming/unclear.ts';
import type { LetterRef } from '../../answers/schema.ts';
import type { Library } from '../../answers/types.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { UsageProblem } from '../terminal/failure.ts';

/**
 * The letter that was named.
 * @throws {UsageProblem} with the nearest ones where none is meant, or more than one
 */
export function theLetter(library: Library, typed: string, language: TextLanguage): LetterRef {
  const found = library.findLetter(typed);
  if (found.is === 'one') return found.value;
  const lines = found.candidates.map(({ id, title }) => `${id}  ${title}`);
  throw unclear(found, 'letter', typed, language, lines);
}

/**
 * The meeting that was named.
 * @throws {UsageProblem} with the nearest ones where none is meant, or more than one
 */
export function theMeeting(library: Library, typed: string, language: TextLanguage): MeetingLetters {
  const found = library.findMeeting(typed);
  if (found.is === 'one') return found.value;
  const lines = found.candidates.map((meeting) => nameOf(meeting, language));
  throw unclear(found, 'meeting', typed, language, lines);
}

function unclear(
  found: Unclear<unknown>,
  what: 'letter' | 'meeting',
  typed: string,
  language: TextLanguage,
  lines: readonly string[],
): UsageProblem {
  return new UsageProblem([unclearText(found, what, typed, language), ...lines.map((line) => `  ${line}`)].join('\n'));
}
