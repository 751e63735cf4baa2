import { Packed, pack, placeFrom, placeIn, words } from '../packed.ts';
import { runOf } from '../runs.ts';
import { BM25 } from './weights.ts';

/** Term frequencies are stored in steps of 1/20, up to 12.75. */
export const STEP = 20;

/** Which passages hold a term, and how much of their score it can give. */
export class Postings {
  /** Sorted. */
  readonly terms: readonly string[];
  readonly passageCount: number;
  /** Term `t` has the entries `offsets[t]` up to `offsets[t + 1]` of `passages`. */
  readonly offsets: Uint32Array;
  readonly passages: Uint32Array;
  /** Of each entry how often the term stands in the passage, in steps of 1/`STEP`. */
  readonly counts: Uint8Array;
  /** Of each passage how many terms it has. */
  readonly lengths: Float32Array;
  /** What a passage's length makes of BM25's saturation, by passage. */
  readonly #norms: Float64Array;
  #numberTerms: readonly number[] | null = null;

  constructor(
    terms: readonly string[],
    offsets: Uint32Array,
    passages: Uint32Array,
    counts: Uint8Array,
    lengths: Float32Array,
  ) {
    this.terms = terms;
    this.offsets = offsets;
    this.passages = passages;
    this.passageCount = lengths.length;
    this.counts = counts;
    this.lengths = lengths;
    const mean = sum(lengths) / Math.max(1, lengths.length) || 1;
    this.#norms = new Float64Array(lengths.length);
    for (let passage = 0; passage < lengths.length; passage++)
      this.#norms[passage] = BM25.k1 * (1 - BM25.b + (BM25.b * lengths[passage]!) / mean);
  }

  /**
   * BM25's term frequency factor of an entry: 0 to `k1 + 1`. Worked out as it is asked for: kept, it is four bytes more an
   * entry.
   */
  impactAt(entry: number): number {
    return impactOf(this.counts[entry]!, this.#norms[this.passages[entry]!]!);
  }

  /** Raises the score of each passage that holds a term to what the term is worth in it. */
  raise(scores: Float32Array, id: number, factor: number): void {
    const [passages, counts, norms] = [this.passages, this.counts, this.#norms];
    const { start, end } = runOf(this.offsets, id);
    for (let i = start; i < end; i++) {
      const passage = passages[i]!;
      const score = factor * impactOf(counts[i]!, norms[passage]!);
      if (score > scores[passage]!) scores[passage] = score;
    }
  }

  /** Adds what a term is worth to the score of each passage that holds it. */
  add(scores: Float32Array, id: number, factor: number): void {
    const [passages, counts, norms] = [this.passages, this.counts, this.#norms];
    const { start, end } = runOf(this.offsets, id);
    for (let i = start; i < end; i++) {
      const passage = passages[i]!;
      scores[passage]! += factor * impactOf(counts[i]!, norms[passage]!);
    }
  }

  /** The number of a term; undefined for an unknown one. */
  id(term: string): number | undefined {
    return placeIn(this.terms, term);
  }

  /** Whether any term begins so. */
  hasBeginning(letters: string): boolean {
    return this.terms[placeFrom(this.terms, letters)]?.startsWith(letters) ?? false;
  }

  /** The numbers of all terms with a digit in them; looked for once. */
  get numberTerms(): readonly number[] {
    this.#numberTerms ??= this.terms.flatMap((term, id) => (/\d/.test(term) ? [id] : []));
    return this.#numberTerms;
  }

  /** How many passages hold the term. */
  documentFrequency(id: number): number {
    const { start, end } = runOf(this.offsets, id);
    return end - start;
  }

  /** The impact of a term in a passage; 0 where it does not stand in it. */
  impact(id: number, passage: number): number {
    const { start, end } = runOf(this.offsets, id);
    let low = start;
    let high = end - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.passages[middle] ?? 0;
      if (found === passage) return this.impactAt(middle);
      if (found < passage) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }

  serialize(): Buffer {
    const { offsets, passages, counts, lengths } = this;
    return pack({ terms: words.pack(this.terms), offsets, passages, counts, lengths });
  }

  static load(bytes: Uint8Array): Postings {
    const data = new Packed(bytes);
    const terms = words.unpack(data.u8('terms'));
    return new Postings(terms, data.u32('offsets'), data.u32('passages'), data.u8('counts'), data.f32('lengths'));
  }
}

/** Of each stored count its frequency, and what that is times `k1 + 1`. */
const FREQUENCY = Float64Array.from({ length: 256 }, (_, count) => count / STEP);
const NUMERATOR = FREQUENCY.map((frequency) => frequency * (BM25.k1 + 1));

function impactOf(count: number, norm: number): number {
  return Math.fround(NUMERATOR[count]! / (FREQUENCY[count]! + norm));
}

function sum(numbers: Float32Array): number {
  let total = 0;
  for (let i = 0; i < numbers.length; i++) total += numbers[i]!;
  return total;
}
