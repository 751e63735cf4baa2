import { createHash } from 'node:crypto';
import type { Encoder, TokenVectors } from '../../src/encoder/types.ts';

const DIMENSION = 32;

/** An encoder without a model: each word has a direction of its own, a text is their sum. Counts what it encodes. */
export function wordEncoder(name = 'words'): Encoder & { encoded: string[] } {
  const encoded: string[] = [];
  return {
    name,
    fingerprint: `${name}@1`,
    dimension: DIMENSION,
    tokenDimension: DIMENSION,
    encoded,
    async encode(texts) {
      encoded.push(...texts.map((parts) => parts.join(' ')));
      return texts.map((parts) => ({ vector: unit(sum(tokensOf(parts.join(' ')))), tokens: parts.map(vectorsOf) }));
    },
    async close() {},
  };
}

function vectorsOf(text: string): TokenVectors {
  const rows = tokensOf(text);
  const vectors = new Float32Array(rows.length * DIMENSION);
  for (const [i, row] of rows.entries()) vectors.set(row, i * DIMENSION);
  return { vectors, count: rows.length };
}

function tokensOf(text: string): Float32Array[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(direction);
}

/** Directions by the beginnings of words: a hash takes longer than all else that is done with a word. */
const directions = new Map<string, Float32Array>();

function direction(word: string): Float32Array {
  const beginning = word.slice(0, 6);
  const known = directions.get(beginning);
  if (known) return known;
  const bytes = createHash('sha256').update(beginning).digest();
  const made = unit(Float32Array.from(bytes, (byte) => byte - 127.5));
  directions.set(beginning, made);
  return made;
}

function sum(rows: readonly Float32Array[]): Float32Array {
  const total = new Float32Array(DIMENSION);
  for (const row of rows) for (let i = 0; i < DIMENSION; i++) total[i]! += row[i]!;
  return total;
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector) || 1;
  return vector.map((x) => x / norm);
}
