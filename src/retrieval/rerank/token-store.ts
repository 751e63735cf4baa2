import type { TokenVectors } from '../../encoder/types.ts';
import { Packed, pack } from '../packed.ts';
import { runOf } from '../runs.ts';

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

  constructor(dimension: number, rows: Int8Array, passages: Uint32Array, texts: Uint32Array, tokens: Uint32Array) {
    this.dimension = dimension;
    this.rows = rows;
    this.rowCount = rows.length / Math.max(1, dimension);
    this.passages = passages;
    this.texts = texts;
    this.tokens = tokens;
    this.inverseNorms = Float32Array.from({ length: this.rowCount }, (_, row) => 1 / norm(rows, row, dimension));
  }

  /** The stored tokens of one passage as vectors again: building from them gives the same store. */
  vectorsOf(passage: number): TokenVectors[] {
    const run = runOf(this.passages, passage);
    return Array.from({ length: run.end - run.start }, (_, i) => {
      const { start, end } = runOf(this.texts, run.start + i);
      const ids = this.tokens.subarray(start, end);
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

function norm(rows: Int8Array, row: number, dimension: number): number {
  let sum = 0;
  for (const value of rows.subarray(row * dimension, (row + 1) * dimension)) sum += value * value;
  return Math.sqrt(sum);
}
