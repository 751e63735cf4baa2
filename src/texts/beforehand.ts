import { formatDate, type TextLanguage } from './dates.ts';
import { overviews } from './overviews.ts';

/** What is known of the letter of a quote. */
interface FromLetter {
  readonly letter: { readonly kind: string; readonly letterDate: string | null };
}

/** That a letter was written before its meeting, and when, for people; null where it was not. */
export function beforehand({ letter: { kind, letterDate } }: FromLetter, language: TextLanguage): string | null {
  if (kind !== 'annotated_agenda') return null;
  return overviews(language).timeline.beforehand(letterDate && formatDate(letterDate, language));
}
