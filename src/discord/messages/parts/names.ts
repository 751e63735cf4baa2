import { cutAtWord } from './excerpt.ts';
import { normalizeQuestion } from './question.ts';

/** What somebody typed, as Markdown within a sentence. */
export function asTyped(typed: string): string {
  return cutAtWord(normalizeQuestion(typed), 100);
}
