import type { TokenVectors } from '../../encoder/types.ts';
import { TokenStore } from './token-store.ts';

const LARGEST = 127;
/** Rows made room for at first. */
const FIRST_ROOM = 1_024;

/** Makes a token store passage by passage, so that a corpus's token vectors never lie in memory as floats all at once. */
export class TokenStoreBuilder {
  readonly #passageEnds = [0];
  readonly #textEnds = [0];
  #rows = new Int8Array(0);
  #count = 0;
  #dimension = 0;

  /** @param texts the token vectors of each of the next passage's texts. Tokens without a direction are left out. */
  add(texts: readonly TokenVectors[]): this {
    for (const { vectors, count } of texts) {
      if (count > 0) this.#dimension = vectors.length / count;
      for (let i = 0; i < count; i++) this.#push(vectors.subarray(i * this.#dimension, (i + 1) * this.#dimension));
      this.#textEnds.push(this.#count);
    }
    this.#passageEnds.push(this.#textEnds.length - 1);
    return this;
  }

  finish(): TokenStore {
    return new TokenStore(
      this.#dimension,
      this.#rows.slice(0, this.#count * this.#dimension),
      Uint32Array.from(this.#passageEnds),
      Uint32Array.from(this.#textEnds),
    );
  }

  #push(vector: Float32Array): void {
    let largest = 0;
    for (const value of vector) largest = Math.max(largest, Math.abs(value));
    if (!(largest > 0) || !Number.isFinite(largest)) return;
    const start = this.#count * this.#dimension;
    if (start + vector.length > this.#rows.length) this.#grow();
    // A plain loop: every token of every passage comes by here.
    for (let i = 0; i < vector.length; i++) this.#rows[start + i] = Math.round((vector[i]! / largest) * LARGEST);
    this.#count++;
  }

  #grow(): void {
    const larger = new Int8Array(Math.max(2 * this.#rows.length, FIRST_ROOM * this.#dimension));
    larger.set(this.#rows);
    this.#rows = larger;
  }
}
