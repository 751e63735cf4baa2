import { dayAbout } from '../letters/dates/days.ts';
import { isOf } from '../retrieval/question/period.ts';
import type { Corpus, Retrieval } from '../retrieval/types.ts';
import type { TextLanguage } from '../texts/dates.ts';
import { texts } from '../texts/texts.ts';
import type { Coverage } from './schema.ts';

interface Refused {
  readonly corpus: Corpus;
  readonly coverage: Coverage;
  /** The heading under which the letters speak of it. */
  readonly section: string | null;
  /** The question's own where it is not given. */
  readonly language?: TextLanguage | undefined;
}

/** Why a question is not answered, in a sentence or two; null where it is. */
export function reasonFor(found: Retrieval, { corpus, coverage, section, language }: Refused): string | null {
  if (found.reasonCode === null) return null;
  const { period, absentWords, subjectFound, elsewhere, elsewhereSure, understood } = found;
  const letter = corpus.passages[elsewhere[0]?.passage ?? -1]?.letter;
  return texts(language ?? found.language).reason[found.reasonCode]({
    coverage,
    section: subjectFound ? section : null,
    letter: corpus.letters.find(({ id }) => id === understood.letter)?.title ?? null,
    words: absentWords,
    period,
    hasLetters: period !== null && corpus.letters.some((each) => isOf(period, each)),
    elsewhere: letter ? dayAbout(letter.metadata) : null,
    isElsewhere: letter !== undefined,
    isSure: elsewhereSure,
  });
}
