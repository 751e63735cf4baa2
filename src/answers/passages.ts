import type { Letter, Passage } from '../letters/types.ts';
import { isQuotable } from '../retrieval/quotable.ts';
import type { Corpus } from '../retrieval/types.ts';
import { createSuggester } from './naming/suggest.ts';
import { quoteOf } from './quote.ts';
import type { Quote } from './schema.ts';
import type { Library } from './types.ts';

/** Passages as quotes: one by its id, those around it, those of a section. */
export type Passages = Pick<Library, 'quote' | 'context' | 'section' | 'sectionStart' | 'suggestPassages'>;

export async function createPassages({ letters, passages }: Corpus): Promise<Passages> {
  const places = placesOf(letters);
  const suggester = await createSuggester(
    passages
      .filter(({ passage }) => isQuotable(passage) || passage.kind === 'signature')
      .map(({ letter, passage }) => {
        const section = letter.sections[passage.section]?.title ?? null;
        const value = { passageId: passage.id, section, text: passage.text };
        return { value, words: `${section ?? ''} ${passage.text}`, scope: letter.id };
      }),
  );
  const around = (passageId: string, pick: (place: Place) => readonly (Passage | undefined)[]): Quote[] => {
    const place = places.get(passageId);
    return place ? pick(place).flatMap((passage) => (passage ? [quoteOf(place.letter, passage)] : [])) : [];
  };
  return {
    quote: (passageId) => around(passageId, ({ passage }) => [passage])[0] ?? null,
    context: (passageId) =>
      around(passageId, ({ letter, at }) => [letter.passages[at - 1], letter.passages[at], letter.passages[at + 1]]),
    section: (passageId) =>
      around(passageId, ({ letter, passage }) => letter.passages.filter(({ section }) => section === passage.section)),
    sectionStart(letterId, title) {
      const letter = letters.find(({ id }) => id === letterId);
      const passage = letter?.passages.find(({ section }) => letter.sections[section]?.title === title);
      return letter && passage ? quoteOf(letter, passage) : null;
    },
    suggestPassages: (letterId, text, limit) => suggester.suggest(text, limit, letterId),
  };
}

interface Place {
  readonly letter: Letter;
  readonly passage: Passage;
  /** Number among the letter's passages. */
  readonly at: number;
}

function placesOf(letters: readonly Letter[]): Map<string, Place> {
  return new Map(
    letters.flatMap((letter) => letter.passages.map((passage, at) => [passage.id, { letter, passage, at }])),
  );
}
