import { dayWritten } from '../letters/dates/days.ts';
import type { Letter } from '../letters/types.ts';
import type { Coverage, LetterEntry, LetterRef } from './schema.ts';

/** A letter as answers refer to it. */
export function letterRef({ id, file, title, metadata }: Letter): LetterRef {
  const { stated: _, ...known } = metadata;
  return { id, file, title, ...known };
}

/** A letter as lists show it. Words are those of its running text and footnotes. */
export function letterEntry(letter: Letter): LetterEntry {
  const texts = letter.passages.filter(({ kind }) => kind === 'paragraph' || kind === 'footnote');
  return {
    ...letterRef(letter),
    sections: letter.sections.flatMap(({ title }) => (title === null ? [] : [title])),
    footnotes: letter.passages.filter(({ kind }) => kind === 'footnote').map(({ text }) => text),
    passages: letter.passages.length,
    words: texts.reduce((sum, { text }) => sum + text.split(' ').length, 0),
  };
}

/** What the letters span in time. */
export function coverageOf(letters: readonly Letter[]): Coverage {
  const dates = letters.flatMap(({ metadata }) => dayWritten(metadata) ?? []).sort();
  return { letters: letters.length, oldest: dates[0] ?? null, newest: dates.at(-1) ?? null };
}
