import type { Period } from '../letters/dates/periods.ts';
import type { Letter, Passage, Span } from '../letters/types.ts';

export type Language = 'nl' | 'en';

/** A passage with the letter it stands in. Its position in the corpus is its number in every index. */
export interface CorpusPassage {
  readonly passage: Passage;
  readonly letter: Letter;
}

/** The letters an index was built from, in the index's own order. */
export interface Corpus {
  readonly letters: readonly Letter[];
  readonly passages: readonly CorpusPassage[];
}

export interface Neighbour {
  readonly passage: number;
  /** The cosine. */
  readonly score: number;
}

/** Nearest neighbours by cosine: in memory by HNSW (hnswlib-node) or exactly, or in a database. */
export interface VectorIndex {
  /** The `k` nearest passages, best first; fewer where there are fewer. */
  search(vector: Float32Array, k: number): readonly Neighbour[] | Promise<readonly Neighbour[]>;
}

/** A vector index in memory. */
export interface VectorIndexInMemory extends VectorIndex {
  readonly kind: 'hnsw' | 'exact';
  readonly size: number;
  search(vector: Float32Array, k: number): readonly Neighbour[];
}

/** What was read from a question, or chosen by the asker, to narrow the search. Dates are ISO, inclusive. */
export interface QuestionFilters {
  readonly meeting?: string | undefined;
  readonly letter?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Who signed the letter, by name. */
  readonly signatory?: string | undefined;
}

/**
 * Why there is no answer: nothing is asked; the subject is missing; the subject is there and the answer is not; words that
 * are asked for word for word stand nowhere; a name or an amount that is asked about stands nowhere; the letters of then, or
 * the lack of any, say nothing; another language.
 */
export type ReasonCode =
  | 'empty'
  | 'off_topic'
  | 'not_in_letters'
  | 'words_absent'
  | 'names_absent'
  | 'not_then'
  | 'other_language';

export interface RetrievalRequest {
  readonly question: string;
  /** The conversation before this question, for follow-ups ("en in 2022?"): one question, or what `conversation` keeps. */
  readonly previous?: string | undefined;
  /** Chosen by the asker: always applied. */
  readonly filters?: QuestionFilters | undefined;
  /** Applied where the question itself names no letters and no time, unless `readFilters` is false. */
  readonly usual?: QuestionFilters | undefined;
  /** False: filters named in the question's words are not applied. Default true. */
  readonly readFilters?: boolean | undefined;
  /** How many passages to return (3). */
  readonly top?: number | undefined;
  /** Aborts when nobody waits for it any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface RetrievedPassage {
  /** Number in the corpus. */
  readonly passage: number;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The sentences that answer: source spans inside the passage. */
  readonly highlights: readonly Span[];
  /** Whether it answers the question too, rather than only bearing on it; true where nothing reads. */
  readonly answers: boolean;
  /** Whether it speaks of the question's subject at all; true where nothing reads. */
  readonly bears: boolean;
}

export interface Retrieval {
  /** The language to answer in: the question's own, or the one it wishes for. */
  readonly language: Language;
  readonly answered: boolean;
  /** How likely it is that the first passage answers the question, 0 to 1. */
  readonly confidence: number;
  readonly reasonCode: ReasonCode | null;
  /** Whether the best passage was read and found to speak of the subject, whether it answers or not. */
  readonly subjectFound: boolean;
  /** The filters that were read from the question and applied. */
  readonly understood: QuestionFilters;
  /** Best first. Also filled when `answered` is false: the caller shows their headings, never their text. */
  readonly passages: readonly RetrievedPassage[];
  /** The time that the question asks about; null where it names none. */
  readonly period: Period | null;
  /** What answers, but of another time than the one that is asked about; and whether it most likely does. */
  readonly elsewhere: readonly RetrievedPassage[];
  readonly elsewhereSure: boolean;
  /** The words that were to stand word for word and don't; the names and amounts that no letter gives. */
  readonly absentWords: readonly string[];
}

/** Finds the passages that answer a question, and the letters that go by a subject. */
export interface Retriever {
  /** @throws what `signal` aborts with */
  retrieve(request: RetrievalRequest): Promise<Retrieval>;
  /** Those of some letters that are called by a subject; several where it could be any of them. */
  lettersAbout(subject: string, language: Language, among: readonly Letter[]): readonly Letter[];
  /** Those whose name, or that of the meeting they are about, says all of a subject. */
  lettersCalled(subject: string, language: Language, among: readonly Letter[]): readonly Letter[];
  /** Whether a text says all of a subject, or only the names in it. */
  says(text: string, subject: string, language: Language, counting?: { readonly only?: 'names' }): boolean;
}
