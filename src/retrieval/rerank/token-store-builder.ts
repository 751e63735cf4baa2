import type { TokenVectors } from '../../encoder/types.ts';
import { packedLength, packRow } from './four-bits.ts';
import { TokenStore } from './token-store.ts';

/** Rows made room for at first. */
const FIRST_ROOM = 1_024;

/** Makes a token store passage by passage, so that a corpus's token vectors never lie in memory as floats all at once. */
export class TokenStoreBuilder {
  readonly #passageEnds = [0];
  readonly #textEnds = [0];
  #packed = new Uint8Array(0);
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
      this.#packed.slice(0, this.#count * packedLength(this.#dimension)),
      Uint32Array.from(this.#passageEnds),
      Uint32Array.from(this.#textEnds),
    );
  }

  #push(vector: Float32Array): void {
    let largest = 0;
    for (const value of vector) largest = Math.max(largest, Math.abs(value));
    if (!(largest > 0) || !Number.isFinite(largest)) return;
    const start = this.#count * packedLength(vector.length);
    if (start + packedLength(vector.length) > this.#packed.length) this.#grow();
    packRow(vector, largest, this.#packed, start);
    this.#count++;
  }

  #grow(): void {
    const larger = new Uint8Array(Math.max(2 * this.#packed.length, FIRST_ROOM * packedLength(this.#dimension)));
    larger.set(this.#packed);
    this.#packed = larger;
  }
}
