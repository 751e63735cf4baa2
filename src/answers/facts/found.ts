import type { Letter } from '../../letters/types.ts';
import type { LetterFact } from '../../retrieval/question/letter-facts.ts';
import type { Corpus, Language, QuestionFilters, Retriever } from '../../retrieval/types.ts';
import type { Quote } from '../schema.ts';

/** What can be asked of a letter and not be stated in it. */
export type Fact = LetterFact | 'askers' | 'askedOn' | 'place';

/** What a question that asks something of a letter itself comes to. */
export type FactAnswer = {
  readonly language: Language;
  /** How likely it is that what is quoted answers, 0 to 1. */
  readonly confidence: number;
} & (
  | { readonly is: 'stated'; readonly quotes: readonly Quote[] }
  /** The letter that is meant does not say it. */
  | { readonly is: 'unstated'; readonly fact: Fact; readonly letter: Letter }
  /** It could be any of these letters. */
  | { readonly is: 'several'; readonly letters: readonly Letter[] }
  /** No letter is called so; one that speaks of the same in other words may be meant. */
  | { readonly is: 'unknown'; readonly near: Letter | null }
  /** No letter has the number that is named, as it was typed; where others refer to that paper. */
  | { readonly is: 'no_such_paper'; readonly paper: string; readonly references: readonly Quote[] }
  /** Letters are asked for, newest first; none where none goes by what is said of them. Others may speak of a subject. */
  | { readonly is: 'listed'; readonly letters: readonly Letter[]; readonly bySubject: boolean }
  /** Nobody signed these letters beside the one who is named; none where that is the signature of no letter. */
  | { readonly is: 'signed_alone'; readonly name: string; readonly letters: readonly Letter[] }
  /** No letter names somebody with a party. */
  | { readonly is: 'no_party'; readonly name: string }
  /** No letter gives somebody an office. */
  | { readonly is: 'no_office'; readonly name: string }
  /** No letter says what an abbreviation stands for. */
  | { readonly is: 'unexplained'; readonly abbreviation: string }
);

/** A question with what it is asked in. */
export interface Asked {
  /** With dates for the times that only today tells. */
  readonly question: string;
  readonly language: Language;
  /** The conversation before it. */
  readonly previous: string | undefined;
  readonly filters: QuestionFilters;
  /** The day on which it is asked, ISO. */
  readonly today: string;
  /** Those among which the asker wants to search. */
  readonly letters: readonly Letter[];
  readonly signal: AbortSignal | undefined;
}

export interface Sources {
  readonly corpus: Corpus;
  readonly retriever: Retriever;
}

/** What a letter itself states answers; where none is quoted, little speaks for an answer. */
const STATED = 0.95;
const UNSTATED = 0.05;

/** @param confidence how likely it is that the quotes state it, where that is less than certain */
export function stated({ language }: Asked, quotes: readonly Quote[], confidence = STATED): FactAnswer {
  return { language, confidence, is: 'stated', quotes };
}

/** What an answer without quotes has beside its reason. */
export function unstated({ language }: Asked): Pick<FactAnswer, 'language' | 'confidence'> {
  return { language, confidence: UNSTATED };
}
