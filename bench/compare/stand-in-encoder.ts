import type { Encoder, Encoding, TextParts } from '../../src/encoder/types.ts';

/** So many passages are encoded; the others get what one of these got, moved a little. */
const ENCODED = 128;
/** How far a vector is moved, beside its own length: neighbours are then about as near (.9) as passages of one law. */
const NOISE = 0.5;
const CHARACTERS_A_TOKEN = 4;

/**
 * An encoder for measuring everything but encoding passages: questions are encoded as ever, the first passages too; all
 * others get the vectors of one of those with noise, and as many token vectors as their length asks for. So an index of a
 * hundred thousand is made in minutes, in clusters as the encoder's own, and costs what it costs; what is found in it
 * means nothing.
 */
export function standInEncoder(encoder: Encoder): Encoder {
  const known: (Encoding & { readonly rows: Float32Array })[] = [];
  let turn = 0;
  const standIn = (parts: TextParts): Encoding => {
    const own = known[turn++ % known.length];
    if (!own) throw new Error('the first passages are encoded before others get theirs');
    const random = randomFrom(turn);
    return {
      vector: moved(own.vector, random),
      tokens: own.tokens && parts.map((part) => rowsFor(part, own.rows, encoder.tokenDimension ?? 0)),
    };
  };
  return {
    ...encoder,
    async encode(texts, kind) {
      if (kind === 'query') return encoder.encode(texts, kind);
      const first = texts.slice(0, Math.max(0, ENCODED - known.length));
      const encoded = await encoder.encode(first, kind);
      known.push(...encoded.map((each) => ({ ...each, rows: joined(each) })));
      return [...encoded, ...texts.slice(first.length).map(standIn)];
    },
  };
}

function moved(vector: Float32Array, random: () => number): Float32Array {
  // The sum of two evenly spread numbers is near enough to a normal one of variance 1/6.
  const scale = NOISE * Math.sqrt(6 / vector.length);
  const row = vector.map((value) => value + scale * (random() + random() - 1));
  const norm = Math.hypot(...row);
  return row.map((value) => value / norm);
}

/** All token vectors of a text, one behind the other. */
function joined({ tokens }: Encoding): Float32Array {
  const all = tokens ?? [];
  const rows = new Float32Array(all.reduce((sum, { vectors }) => sum + vectors.length, 0));
  let at = 0;
  for (const { vectors } of all) {
    rows.set(vectors, at);
    at += vectors.length;
  }
  return rows;
}

/** As many rows as a part's length asks for, over and over those there are: by copying, for its time counts as the job's. */
function rowsFor(part: string, rows: Float32Array, dimension: number) {
  const count = Math.ceil(part.length / CHARACTERS_A_TOKEN);
  const vectors = new Float32Array(count * dimension);
  for (let at = 0; at < vectors.length; at += rows.length) vectors.set(rows.subarray(0, vectors.length - at), at);
  return { count, vectors };
}

/** Numbers from 0 up to 1 that are the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
