import { type MeetingLetters, nameOf } from '../../../answers/meetings.ts';
import { formatDates, formatMonth, type TextLanguage } from '../../../texts/dates.ts';
import { LIMITS } from '../../limits.ts';
import { cutAtWord } from './excerpt.ts';
import { labelWithEnding } from './parts.ts';
import { normalizeQuestion } from './question.ts';

/** What somebody typed, as Markdown within a sentence. */
export function asTyped(typed: string): string {
  return cutAtWord(normalizeQuestion(typed), 100);
}

/** A meeting for a label, which may be cut: its days first. A letter about none goes by its title. */
export function meetingLabel(about: MeetingLetters, language: TextLanguage): string {
  const { meeting } = about;
  if (!meeting || meeting.dates.length === 0) return nameOf(about, language);
  return `${formatDates(meeting.dates, language)} · ${meeting.name}`;
}

/** A heading with its letter's month, by which equal headings are told apart. */
export function headingLabel(section: string, letterDate: string | null, language: TextLanguage): string {
  const month = letterDate === null ? '' : ` · ${formatMonth(letterDate, language)}`;
  return labelWithEnding(section, month, LIMITS.buttonLabel);
}
