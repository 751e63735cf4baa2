import { NumberList } from '../number-list.ts';
import { Postings, STEP } from './postings.ts';

/** Makes postings passage by passage, with nine bytes for each term of each. */
export class PostingsBuilder {
  readonly #names: readonly string[];
  readonly #terms = new NumberList();
  readonly #counts = new NumberList();
  readonly #passageEnds = new NumberList();
  readonly #lengths: number[] = [];
  /** Of each term how often it stands in the passage at hand, and which do. */
  readonly #frequencies: Float64Array;
  readonly #present: number[] = [];

  /** @param names the terms by number, which the postings then have by name, those that occur */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#frequencies = new Float64Array(names.length);
  }

  /** Counts an occurrence, or a part of one, of a term in the passage at hand. */
  count(term: number, weight: number): void {
    if (this.#frequencies[term] === 0) this.#present.push(term);
    this.#frequencies[term]! += weight;
  }

  /** Goes on to the next passage. */
  next(): void {
    let length = 0;
    for (const term of this.#present) {
      const frequency = this.#frequencies[term]!;
      length += frequency;
      this.#frequencies[term] = 0;
      this.#terms.push(term);
      this.#counts.push(Math.max(1, Math.min(255, Math.round(frequency * STEP))));
    }
    this.#present.length = 0;
    this.#lengths.push(length);
    this.#passageEnds.push(this.#terms.length);
  }

  /** The postings, and of each term its number in them; -1 for one that does not occur. */
  finish(): { readonly postings: Postings; readonly numbers: Int32Array } {
    const terms = this.#terms.view();
    const sizes = new Uint32Array(this.#names.length);
    for (const term of terms) sizes[term]!++;
    const sorted = [...sizes.keys()]
      .filter((term) => sizes[term]! > 0)
      .sort((a, b) => (this.#names[a]! < this.#names[b]! ? -1 : 1));
    const offsets = new Uint32Array(sorted.length + 1);
    /** Where the next passage of each term goes. */
    const places = new Uint32Array(this.#names.length);
    const numbers = new Int32Array(this.#names.length).fill(-1);
    for (const [number, term] of sorted.entries()) {
      numbers[term] = number;
      places[term] = offsets[number]!;
      offsets[number + 1] = offsets[number]! + sizes[term]!;
    }
    const passages = new Uint32Array(terms.length);
    const counts = new Uint8Array(terms.length);
    const [given, ends] = [this.#counts.view(), this.#passageEnds.view()];
    for (let passage = 0, i = 0; passage < ends.length; passage++) {
      for (; i < ends[passage]!; i++) {
        const place = places[terms[i]!]!++;
        passages[place] = passage;
        counts[place] = given[i]!;
      }
    }
    const names = sorted.map((term) => this.#names[term]!);
    return { postings: new Postings(names, offsets, passages, counts, Float32Array.from(this.#lengths)), numbers };
  }
}
