import { nameOf } from '../../../answers/meetings.ts';
import type { Library } from '../../../answers/types.ts';
import type { QuestionFilters } from '../../../retrieval/types.ts';
import { periodBounds, type TextLanguage } from '../../../texts/dates.ts';
import type { Texts } from '../../../texts/nl.ts';

/** What a search was narrowed to, for people: a letter's title, a meeting with its dates, a period. Null for nothing. */
export function filterText(
  { letter, meeting, from, to, signatory }: QuestionFilters,
  library: Library,
  texts: Texts,
  language: TextLanguage,
): string | null {
  const said = [
    letter && (library.letters.find(({ id }) => id === letter)?.title ?? letter),
    meeting && meetingText(meeting, library, language),
    signatory && texts.answer.signedBy(signatory),
    (from || to) && texts.answer.period(...periodBounds(from, to, language)),
  ].filter((part) => part !== undefined && part !== '');
  return said.length > 0 ? said.join(' · ') : null;
}

function meetingText(id: string, library: Library, language: TextLanguage): string {
  const meeting = library.meetings.find((one) => one.id === id);
  return meeting ? nameOf(meeting, language) : id;
}
