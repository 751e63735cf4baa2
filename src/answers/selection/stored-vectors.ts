import type { Passage } from '../../letters/types.ts';
import type { TokenStore } from '../../retrieval/rerank/token-store.ts';
import type { Corpus } from '../../retrieval/types.ts';
import { meanVector, type SentenceVectors } from './sentences.ts';

/** The token vectors of sentences, or what stands for them. */
export type StoredSentences = Pick<TokenStore, 'dimension' | 'sentenceVectors'>;

/** Passages whose sentences say what all have in common. */
const SAMPLE = 500;
/** Of so many passages the vectors are kept, about a kB each. */
const MOST_KEPT = 5_000;

/**
 * Vectors of sentences out of an index: the mean of a sentence's token vectors, which know the passage around it, less
 * what the sentences of a corpus have in common, which would make all of them alike.
 */
export function storedVectors(corpus: Corpus, store: StoredSentences): SentenceVectors {
  const numbers = new Map<Passage, number>(corpus.passages.map(({ passage }, number) => [passage, number]));
  const known = new Map<number, readonly Float32Array[]>();
  const vectorsOf = (number: number) => {
    const vectors = known.get(number) ?? store.sentenceVectors(number).map(meanVector);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(number, vectors);
    return vectors;
  };
  // Worked out when it is first needed: it takes a while, and many never ask for it.
  let common: Float32Array | null = null;
  const inCommon = () => {
    common ??= meanOf([...numbers.values()].slice(0, SAMPLE).flatMap(vectorsOf), store.dimension);
    return common;
  };
  return ({ passage, at }) => {
    const number = numbers.get(passage);
    const vector = number === undefined ? undefined : vectorsOf(number)[at];
    if (!vector) return new Float32Array(store.dimension);
    const shared = inCommon();
    return meanVector([vector.map((value, i) => value - (shared[i] ?? 0))]);
  };
}

function meanOf(vectors: readonly Float32Array[], dimension: number): Float32Array {
  const mean = new Float32Array(dimension);
  for (const vector of vectors) for (let i = 0; i < dimension; i++) mean[i]! += (vector[i] ?? 0) / vectors.length;
  return mean;
}
