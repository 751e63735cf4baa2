import type { Clock } from '../clock.ts';
import { mapInSlices } from '../map-in-slices.ts';
import type { Corpus, Retriever } from '../retrieval/types.ts';
import { ask } from './ask.ts';
import { checkDraft } from './check/check.ts';
import { createLetterWords } from './check/letter-words.ts';
import { commitmentsIn } from './commitments/commitments.ts';
import { compare } from './comparison/compare.ts';
import { coverageOf, letterEntry } from './letters.ts';
import { lettersOf, meetingsOf } from './meetings.ts';
import { namedLetter, namedMeeting } from './naming/names.ts';
import { createResolver } from './naming/resolver.ts';
import { outlineOf } from './outline/outline.ts';
import { createPassages } from './passages.ts';
import type { SentenceVectors } from './selection/sentences.ts';
import { wordVectors } from './selection/word-vectors.ts';
import { sectionTitles, summarize } from './summary/summarize.ts';
import type { OtherNames } from './timeline/other-names.ts';
import { timelineOf } from './timeline/timeline.ts';
import type { Library } from './types.ts';

export interface LibraryParts {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
  readonly about: Library['about'];
  /** By which sentences are compared; by their words where there are none. */
  readonly vectors?: SentenceVectors | undefined;
  /** What else letters call a subject; by the bundled thesaurus alone where it is not given. */
  readonly names?: OtherNames | undefined;
  /** By which a question's "this year" is known; the machine's where it is not given. */
  readonly clock?: Pick<Clock, 'now'> | undefined;
}

/** Puts together everything that can be asked of one loaded index. */
export async function createLibrary({
  corpus,
  retriever,
  about,
  vectors = wordVectors,
  names,
  clock,
}: LibraryParts): Promise<Library> {
  const { letters } = corpus;
  const meetings = meetingsOf(letters);
  const wordsOfLetter = createLetterWords();
  const letterResolver = await createResolver(await mapInSlices(letters, namedLetter));
  const meetingResolver = await createResolver(await mapInSlices(meetings, namedMeeting));
  return {
    letters: await mapInSlices(letters, letterEntry),
    meetings,
    coverage: coverageOf(letters),
    about,
    ask: (question, options) => ask({ corpus, retriever, clock }, question, options),
    ...(await createPassages(corpus)),
    findLetter: letterResolver.find,
    findMeeting: meetingResolver.find,
    suggestLetters: letterResolver.suggest,
    suggestMeetings: meetingResolver.suggest,
    sections: (meeting) => sectionTitles(lettersOf(meeting)),
    summarize: (meeting, options) => summarize(meeting, vectors, options),
    timeline: (subject, options = {}) => timelineOf(subject, options, { corpus, vectors, names }),
    compare: (meetings, subject, options) => compare(meetings, subject, vectors, { ...options, names }),
    commitments: ({ meeting, ...options } = {}) =>
      commitmentsIn(letters, vectors, { ...options, ...(meeting && { inLetters: lettersOf(meeting) }) }),
    check: (draft, options) => checkDraft(letters, draft, { ...options, wordsOfLetter }),
    outline(letterId) {
      const letter = letters.find(({ id }) => id === letterId);
      return letter ? outlineOf(letter, letters) : null;
    },
  };
}
