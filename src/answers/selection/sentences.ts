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

/** Sentences to unit vectors, one each. The encoder is one; tests bring their own. */
export interface SentenceEncoder {
  encode(texts: readonly string[], kind: 'passage'): Promise<readonly Float32Array[]>;
}

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

/** Sentences encoded at once: questions that come meanwhile wait no longer than for these. */
const BATCH = 64;

/**
 * The sentences with their vectors, in the same order.
 *
 * @throws what `signal` aborts with, before the next batch
 */
export async function embed<T extends Sentence>(
  sentences: readonly T[],
  encoder: SentenceEncoder,
  signal?: AbortSignal,
): Promise<readonly (T & EmbeddedSentence)[]> {
  const embedded: (T & EmbeddedSentence)[] = [];
  for (let at = 0; at < sentences.length; at += BATCH) {
    signal?.throwIfAborted();
    const batch = sentences.slice(at, at + BATCH);
    const vectors = await encoder.encode(
      batch.map(({ text }) => text),
      'passage',
    );
    // There is a vector for each text: that is what an encoder is.
    for (const [i, sentence] of batch.entries()) embedded.push({ ...sentence, vector: vectors[i]! });
  }
  return embedded;
}

/** Cosine of two unit vectors. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
