import { meetingTitle } from '../../answers/meeting-title.ts';
import type { MeetingLetters } from '../../answers/meetings.ts';
import type { Overviews } from '../../answers/overviews.ts';
import type { TextLanguage } from '../../texts/dates.ts';
import { overviews } from '../../texts/overviews.ts';
import { UsageProblem } from '../terminal/failure.ts';

/**
 * The meeting that words or a date name.
 * @throws {UsageProblem} listing the nearest ones where they name none, or more than one
 */
export function chooseMeeting(from: Overviews, typed: string, language: TextLanguage): MeetingLetters {
  const { only, choices } = from.findMeeting(typed);
  if (only) return only;
  const { choose } = overviews(language);
  if (choices.length === 0) throw new UsageProblem(choose.noLetters);
  const lines = choices.map((choice) => `  ${meetingTitle(choice, language)}`);
  throw new UsageProblem([choose.meeting(typed), ...lines].join('\n'));
}
