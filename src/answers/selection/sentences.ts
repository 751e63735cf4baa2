import { rangeInReadable, readable } from '../../letters/readable.ts';
import type { Letter, Passage } from '../../letters/types.ts';

/** One sentence of a letter's running text, and where it stands. */
export interface Sentence {
  readonly letter: Letter;
  readonly passage: Passage;
  /** Number of its passage among the letter's passages. */
  readonly passageAt: number;
  /** Its number within its passage. */
  readonly at: number;
  /** Its number within the letter. */
  readonly order: number;
  /** Index into the letter's sections. */
  readonly section: number;
  /** Readable form. */
  readonly text: string;
}

/** A sentence with its vector. */
export interface EmbeddedSentence extends Sentence {
  readonly vector: Float32Array;
}

/** The unit vector of a sentence: by what an index holds of it, or by its words. */
export type SentenceVectors = (sentence: Sentence) => Float32Array;

/** The sentences of a letter's running text, in order; letterhead, signature, footnotes and furniture are left out. */
export function sentencesOf(letter: Letter): Sentence[] {
  const sentences: Sentence[] = [];
  for (const [passageAt, passage] of letter.passages.entries()) {
    if (passage.kind !== 'paragraph') continue;
    const form = readable(letter, passage, passage.skipped);
    for (const [at, span] of passage.sentences.entries()) {
      const range = rangeInReadable(form, span);
      if (!range) continue;
      const text = form.text.slice(range.start, range.end).trim();
      const order = sentences.length;
      sentences.push({ letter, passage, passageAt, at, order, section: passage.section, text });
    }
  }
  return sentences;
}

/** The sentences with their vectors, in the same order. */
export function embed<T extends Sentence>(
  sentences: readonly T[],
  vectors: SentenceVectors,
): readonly (T & EmbeddedSentence)[] {
  return sentences.map((sentence) => ({ ...sentence, vector: vectors(sentence) }));
}

/** The mean of vectors at unit length; the zero vector where there is none. */
export function meanVector(vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  // A plain loop: every token of every sentence comes by.
  for (const vector of vectors) for (let i = 0; i < sum.length; i++) sum[i]! += vector[i] ?? 0;
  const norm = Math.hypot(...sum) || 1;
  return sum.map((value) => value / norm);
}

/** Cosine of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
