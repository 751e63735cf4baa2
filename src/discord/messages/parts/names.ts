import type { LetterRef } from '../../../answers/schema.ts';
import { formatDates, type TextLanguage } from '../../../texts/dates.ts';
import { cutAtWord } from './excerpt.ts';
import { normalizeQuestion } from './question.ts';

/** "NAVO-ministers van Defensie, 21 en 22 oktober 2021". Plain text. */
export function meetingName({ name, dates }: NonNullable<LetterRef['meeting']>, language: TextLanguage): string {
  return dates.length > 0 ? `${name}, ${formatDates(dates, language)}` : name;
}

/** What somebody typed, as Markdown within a sentence. */
export function asTyped(typed: string): string {
  return cutAtWord(normalizeQuestion(typed), 100);
}
