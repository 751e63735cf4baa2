import type { TokenVectors } from '../../encoder/types.ts';
import { Packed, pack } from '../packed.ts';

const LARGEST = 127;

/**
 * The directions of the token vectors of all passages, in eight bits a number. Equal rows are stored once: a static
 * encoder has one a vocabulary piece. A passage's texts (its context, then its sentences) keep their own tokens.
 */
export class TokenStore {
  readonly dimension: number;
  /** `rowCount * dimension` numbers; the largest of a row is 127. */
  readonly rows: Int8Array;
  readonly rowCount: number;
  /** One over the L2 norm of each row as stored. */
  readonly inverseNorms: Float32Array;
  /** Passage `p` has the texts `passages[p]` up to `passages[p + 1]`. */
  readonly passages: Uint32Array;
  /** Text `t` has the tokens `texts[t]` up to `texts[t + 1]`. */
  readonly texts: Uint32Array;
  /** The row of each token. */
  readonly tokens: Uint32Array;

  private constructor(
    dimension: number,
    rows: Int8Array,
    passages: Uint32Array,
    texts: Uint32Array,
    tokens: Uint32Array,
  ) {
    this.dimension = dimension;
    this.rows = rows;
    this.rowCount = rows.length / Math.max(1, dimension);
    this.passages = passages;
    this.texts = texts;
    this.tokens = tokens;
    this.inverseNorms = Float32Array.from({ length: this.rowCount }, (_, row) => 1 / norm(rows, row, dimension));
  }

  /** @param passages for each passage, the token vectors of each of its texts. Tokens without a direction are left out. */
  static build(passages: readonly (readonly TokenVectors[])[]): TokenStore {
    const rows = new Map<string, number>();
    const kept: Int8Array[] = [];
    const passageEnds = [0];
    const textEnds = [0];
    const tokens: number[] = [];
    let dimension = 0;
    for (const texts of passages) {
      for (const { vectors, count } of texts) {
        if (count > 0) dimension = vectors.length / count;
        for (let i = 0; i < count; i++) {
          const row = quantized(vectors.subarray(i * dimension, (i + 1) * dimension));
          if (!row) continue;
          const key = Buffer.from(row.buffer).toString('latin1');
          const id = rows.get(key) ?? kept.push(row) - 1;
          rows.set(key, id);
          tokens.push(id);
        }
        textEnds.push(tokens.length);
      }
      passageEnds.push(textEnds.length - 1);
    }
    const table = new Int8Array(kept.length * dimension);
    kept.forEach((row, id) => {
      table.set(row, id * dimension);
    });
    return new TokenStore(
      dimension,
      table,
      Uint32Array.from(passageEnds),
      Uint32Array.from(textEnds),
      Uint32Array.from(tokens),
    );
  }

  /** The stored tokens of one passage as vectors again: building from them gives the same store. */
  vectorsOf(passage: number): TokenVectors[] {
    const first = this.passages[passage]!;
    return Array.from({ length: this.passages[passage + 1]! - first }, (_, i) => {
      const ids = this.tokens.subarray(this.texts[first + i], this.texts[first + i + 1]);
      const vectors = new Float32Array(ids.length * this.dimension);
      ids.forEach((id, token) => {
        vectors.set(this.rows.subarray(id * this.dimension, (id + 1) * this.dimension), token * this.dimension);
      });
      return { vectors, count: ids.length };
    });
  }

  serialize(): Buffer {
    const { rows, passages, texts, tokens, dimension } = this;
    return pack({ rows, passages, texts, tokens }, { dimension });
  }

  static load(bytes: Uint8Array): TokenStore {
    const data = new Packed(bytes);
    return new TokenStore(
      data.number('dimension'),
      data.i8('rows'),
      data.u32('passages'),
      data.u32('texts'),
      data.u32('tokens'),
    );
  }
}

function quantized(vector: Float32Array): Int8Array | null {
  let largest = 0;
  for (let i = 0; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i]!));
  if (!(largest > 0) || !Number.isFinite(largest)) return null;
  // A plain loop: every token of every passage comes by here, and `Int8Array.from` takes ten times as long.
  const row = new Int8Array(vector.length);
  for (let i = 0; i < vector.length; i++) row[i] = Math.round((vector[i]! / largest) * LARGEST);
  return row;
}

function norm(rows: Int8Array, row: number, dimension: number): number {
  let sum = 0;
  for (let i = row * dimension; i < (row + 1) * dimension; i++) sum += rows[i]! * rows[i]!;
  return Math.sqrt(sum);
}
