import type { Letter, Passage } from '../letters/types.ts';
import type { Corpus, Retriever } from '../retrieval/types.ts';
import { ask } from './ask.ts';
import { coverageOf, letterEntry, letterRef } from './letters.ts';
import { createOverviews } from './overviews.ts';
import { quoteOf } from './quote.ts';
import type { Quote } from './schema.ts';
import type { SentenceEncoder } from './selection/sentences.ts';
import { wordVectors } from './selection/word-vectors.ts';
import { createSuggester, letterWords, meetingWords } from './suggest.ts';
import type { Library } from './types.ts';

export interface LibraryParts {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
  readonly about: Library['about'];
  /** For overviews; where there is none, sentences are compared by their words. */
  readonly encoder?: SentenceEncoder | undefined;
}

/** Puts together everything that can be asked of one loaded index. */
export async function createLibrary({
  corpus,
  retriever,
  about,
  encoder = wordVectors,
}: LibraryParts): Promise<Library> {
  const { letters } = corpus;
  const places = placesOf(letters);
  const meetings = new Map(letters.flatMap((l) => (l.metadata.meeting ? [[l.metadata.meeting.id, l] as const] : [])));
  const letterSuggester = await createSuggester(letters.map((l) => ({ value: letterRef(l), words: letterWords(l) })));
  const meetingSuggester = await createSuggester(
    [...meetings.values()].flatMap((l) => {
      const { meeting } = letterRef(l);
      return meeting ? [{ value: meeting, words: meetingWords(l) }] : [];
    }),
  );
  const passageSuggester = await createSuggester(
    corpus.passages.map(({ letter, passage }) => {
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
    letters: letters.map(letterEntry),
    coverage: coverageOf(letters),
    about,
    overviews: await createOverviews({ corpus, retriever, encoder }),
    ask: (question, options) => ask({ corpus, retriever }, question, options),
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
    suggestLetters: (text, limit) => letterSuggester.suggest(text, limit),
    suggestPassages: (letterId, text, limit) => passageSuggester.suggest(text, limit, letterId),
    suggestMeetings: (text, limit) => meetingSuggester.suggest(text, limit),
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
