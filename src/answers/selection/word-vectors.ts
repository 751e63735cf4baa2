import { contentStems } from '../../retrieval/analysis/content-words.ts';
import type { SentenceVectors } from './sentences.ts';

const DIMENSION = 256;

/**
 * Sentences to vectors by their words alone (feature hashing: Weinberger et al. 2009): for a library without an encoder,
 * where similarity is that of words, as in LexRank's first form.
 */
export const wordVectors: SentenceVectors = ({ text }) => vectorOf(text);

/** The same of any text. */
export function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(DIMENSION);
  for (const word of contentStems(text)) {
    const hash = hashOf(word);
    vector[hash % DIMENSION]! += hash & 0x10000 ? 1 : -1;
  }
  const norm = Math.hypot(...vector) || 1;
  return vector.map((value) => value / norm);
}

/** FNV-1a, 32 bits. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
