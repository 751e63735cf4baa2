import type { Encoder, Encoding, TextParts, TokenVectors } from '../../src/encoder/types.ts';

/** Letters a token has on the average, in Dutch text cut by the bundled encoder. */
const LETTERS_A_TOKEN = 5;
/** Shares of three vectors of the sample in a made one: near one of them, and spread as the encoder spreads. */
const SHARES = [0.6, 0.25, 0.15];

/**
 * An encoder that makes passages' vectors up out of those of a sample, a thousand times as fast as the model: mixtures of
 * real vectors lie in clusters and directions as real ones do. Questions are encoded, and passages read, by the model.
 * @param sample passages that the model encodes first
 */
export async function madeEncoder(model: Encoder, sample: readonly TextParts[]): Promise<Encoder> {
  const encodings = await model.encode(sample, 'passage');
  const vectors = encodings.map(({ vector }) => vector);
  const rows = encodings.flatMap(({ tokens }) => (tokens ?? []).flatMap(rowsOf));
  return {
    ...model,
    name: 'made',
    fingerprint: `made-of-${sample.length}@${model.fingerprint}`,
    encode: async (texts, kind) =>
      kind === 'query' ? model.encode(texts, kind) : texts.map((parts) => made(parts, vectors, rows)),
  };
}

function made(parts: TextParts, vectors: readonly Float32Array[], rows: readonly Float32Array[]): Encoding {
  const seed = hash(parts.join(' '));
  const vector = new Float32Array(vectors[0]?.length ?? 0);
  for (const [nth, share] of SHARES.entries()) {
    const one = vectors[hash(`${seed} ${nth}`) % vectors.length];
    for (let i = 0; i < vector.length; i++) vector[i]! += share * (one?.[i] ?? 0);
  }
  const norm = Math.hypot(...vector) || 1;
  return {
    vector: vector.map((value) => value / norm),
    tokens: rows.length > 0 ? parts.map((one) => tokensOf(one, rows)) : null,
  };
}

function tokensOf(text: string, rows: readonly Float32Array[]): TokenVectors {
  const tokens = (text.match(/\S+/gu) ?? []).flatMap((word) =>
    Array.from({ length: Math.ceil(word.length / LETTERS_A_TOKEN) }, (_, i) => hash(`${word} ${i}`) % rows.length),
  );
  const dimension = rows[0]?.length ?? 0;
  const vectors = new Float32Array(tokens.length * dimension);
  for (const [i, row] of tokens.entries()) vectors.set(rows[row] ?? [], i * dimension);
  return { vectors, count: tokens.length };
}

function rowsOf({ vectors, count }: TokenVectors): Float32Array[] {
  const dimension = vectors.length / Math.max(1, count);
  return Array.from({ length: count }, (_, i) => vectors.slice(i * dimension, (i + 1) * dimension));
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}
