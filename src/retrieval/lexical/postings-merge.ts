import { runOf } from '../runs.ts';
import { Postings } from './postings.ts';

/** Postings of some passages of a corpus. */
export interface PartOfPostings {
  readonly postings: Postings;
  /** Of each of its passages the number in the whole, ascending; -1 for one that is not in it. */
  readonly places: Int32Array;
}

export interface MergedPostings {
  readonly postings: Postings;
  /** Of each term of either part its number in the whole; -1 for one that stands in none of its passages. */
  readonly numbers: { readonly before: Int32Array; readonly made: Int32Array };
}

const NOWHERE = { start: 0, end: 0 };

/** The postings of a corpus from those of its passages that were there before and of those that were made, as if made at once. */
export function mergePostings(before: PartOfPostings, made: PartOfPostings, passageCount: number): MergedPostings {
  const merged = new Merged(passageCount, before.postings.passages.length + made.postings.passages.length);
  const [known, added] = [before.postings.terms, made.postings.terms];
  const numbers = { before: new Int32Array(known.length).fill(-1), made: new Int32Array(added.length).fill(-1) };
  for (let i = 0, j = 0; i < known.length || j < added.length; ) {
    const first = j >= added.length || (i < known.length && known[i]! <= added[j]!) ? known[i]! : added[j]!;
    const [isKnown, isAdded] = [known[i] === first, added[j] === first];
    const number = merged.add(
      first,
      isKnown ? runOf(before.postings.offsets, i) : NOWHERE,
      isAdded ? runOf(made.postings.offsets, j) : NOWHERE,
      before,
      made,
    );
    if (isKnown) numbers.before[i++] = number;
    if (isAdded) numbers.made[j++] = number;
  }
  merged.measure(before);
  merged.measure(made);
  return { postings: merged.postings(), numbers };
}

class Merged {
  readonly #terms: string[] = [];
  readonly #offsets = [0];
  readonly #passages: Uint32Array;
  readonly #counts: Uint8Array;
  readonly #lengths: Float32Array;
  #end = 0;

  constructor(passageCount: number, entries: number) {
    this.#passages = new Uint32Array(entries);
    this.#counts = new Uint8Array(entries);
    this.#lengths = new Float32Array(passageCount);
  }

  /** @returns the term's number; -1 where no passage has it */
  add(term: string, own: Run, other: Run, before: PartOfPostings, made: PartOfPostings): number {
    const from = this.#end;
    let at = own.start;
    for (let i = other.start; i < other.end; i++) {
      at = this.#take(before, at, own.end, made.places[made.postings.passages[i]!]!);
      this.#take(made, i, i + 1, Number.POSITIVE_INFINITY);
    }
    this.#take(before, at, own.end, Number.POSITIVE_INFINITY);
    if (this.#end === from) return -1;
    this.#offsets.push(this.#end);
    return this.#terms.push(term) - 1;
  }

  /** How long passages are. */
  measure({ postings: { lengths }, places }: PartOfPostings): void {
    for (const [passage, length] of lengths.entries()) {
      const place = places[passage]!;
      if (place >= 0) this.#lengths[place] = length;
    }
  }

  postings(): Postings {
    const [passages, counts] = [this.#passages.subarray(0, this.#end), this.#counts.subarray(0, this.#end)];
    return new Postings(this.#terms, Uint32Array.from(this.#offsets), passages, counts, this.#lengths);
  }

  /** Takes entries of passages that come before one of the whole. @returns up to where */
  #take({ postings, places }: PartOfPostings, from: number, end: number, limit: number): number {
    const { passages, counts } = postings;
    for (let i = from; i < end; i++) {
      const place = places[passages[i]!]!;
      if (place >= limit) return i;
      if (place < 0) continue;
      this.#passages[this.#end] = place;
      this.#counts[this.#end++] = counts[i]!;
    }
    return end;
  }
}

type Run = ReturnType<typeof runOf>;
