import type { TokenVectors } from '../../encoder/types.ts';
import { TokenStore } from './token-store.ts';

const LARGEST = 127;

/** Makes a token store passage by passage, so that a corpus's token vectors never lie in memory all at once. */
export class TokenStoreBuilder {
  readonly #ids = new Map<string, number>();
  readonly #rows: Int8Array[] = [];
  readonly #passageEnds = [0];
  readonly #textEnds = [0];
  readonly #tokens: number[] = [];
  #dimension = 0;

  /** @param texts the token vectors of each of the next passage's texts. Tokens without a direction are left out. */
  add(texts: readonly TokenVectors[]): this {
    for (const { vectors, count } of texts) {
      if (count > 0) this.#dimension = vectors.length / count;
      for (let i = 0; i < count; i++) {
        const row = quantized(vectors.subarray(i * this.#dimension, (i + 1) * this.#dimension));
        if (row) this.#tokens.push(this.#idOf(row));
      }
      this.#textEnds.push(this.#tokens.length);
    }
    this.#passageEnds.push(this.#textEnds.length - 1);
    return this;
  }

  finish(): TokenStore {
    const table = new Int8Array(this.#rows.length * this.#dimension);
    this.#rows.forEach((row, id) => {
      table.set(row, id * this.#dimension);
    });
    return new TokenStore(
      this.#dimension,
      table,
      Uint32Array.from(this.#passageEnds),
      Uint32Array.from(this.#textEnds),
      Uint32Array.from(this.#tokens),
    );
  }

  #idOf(row: Int8Array): number {
    const key = Buffer.from(row.buffer).toString('latin1');
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#rows.push(row) - 1;
    this.#ids.set(key, id);
    return id;
  }
}

function quantized(vector: Float32Array): Int8Array | null {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  if (!(largest > 0) || !Number.isFinite(largest)) return null;
  // A plain loop: every token of every passage comes by here, and `Int8Array.from` takes ten times as long.
  const row = new Int8Array(vector.length);
  for (let i = 0; i < vector.length; i++) row[i] = Math.round(((vector[i] ?? 0) / largest) * LARGEST);
  return row;
}
