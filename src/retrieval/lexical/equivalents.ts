import { Packed, pack, placeIn, words } from '../packed.ts';
import { offsetsOf, runOf } from '../runs.ts';
import type { Language } from '../types.ts';
import { type AnalysedThesaurus, analysed, keyOf } from './analysed-thesaurus.ts';
import type { HeldTerms } from './held-terms.ts';
import { FIELDS, type Field, type Thesaurus } from './thesaurus.ts';

/** A term of the corpus, or a few that must stand in one passage, that says the same as what was looked up. */
export interface Equivalent {
  /** Numbers of terms in the postings. */
  readonly terms: readonly number[];
  /** The column in which the word was found, and the one its equivalent stands in. */
  readonly from: Field;
  readonly to: Field;
  /** In how many entries the word was found in that column: its ambiguity. */
  readonly entries: number;
  /** How many equivalents that column of the entry has in the corpus. */
  readonly siblings: number;
}

interface Arrays {
  readonly keyOffsets: Uint32Array;
  /** Entry number times five plus the column in which the key stands. */
  readonly keyPlaces: Uint32Array;
  readonly entryOffsets: Uint32Array;
  readonly targetFields: Uint8Array;
  readonly targetOffsets: Uint32Array;
  readonly targetTerms: Uint32Array;
}

/** A thesaurus reduced to what a corpus can answer: keys are stems, equivalents are terms of its postings. */
export class Equivalents {
  readonly #keys: readonly string[];
  readonly #data: Arrays;

  private constructor(keys: readonly string[], data: Arrays) {
    this.#keys = keys;
    this.#data = data;
  }

  static build(thesauri: readonly Thesaurus[], held: HeldTerms): Equivalents {
    const targets = new Targets();
    const places = new Map<string, number[]>();
    for (const thesaurus of thesauri.map(analysed)) {
      const numbers = targets.add(thesaurus, held);
      const { keys, keyOffsets, keyPlaces } = thesaurus;
      for (const [k, key] of keys.entries()) {
        const { start, end } = runOf(keyOffsets, k);
        for (let i = start; i < end; i++) {
          const number = numbers[Math.floor(keyPlaces[i]! / FIELDS.length)]!;
          if (number < 0) continue;
          const place = number * FIELDS.length + (keyPlaces[i]! % FIELDS.length);
          const known = places.get(key);
          if (known) known.push(place);
          else places.set(key, [place]);
        }
      }
    }
    const keys = [...places.keys()].sort();
    const lists = keys.map((key) => places.get(key) ?? []);
    return new Equivalents(keys, {
      keyOffsets: offsetsOf(lists.map(({ length }) => length)),
      keyPlaces: Uint32Array.from(lists.flat()),
      ...targets.arrays(),
    });
  }

  /** Whether the thesaurus knows these stems as a term of that language. */
  has(stems: readonly string[], language: Language): boolean {
    return placeIn(this.#keys, keyOf(stems, language)) !== undefined;
  }

  /** What stands for the word or phrase with these stems. */
  find(stems: readonly string[], language: Language): Equivalent[] {
    const key = placeIn(this.#keys, keyOf(stems, language));
    if (key === undefined) return [];
    const { keyOffsets, keyPlaces } = this.#data;
    const { start, end } = runOf(keyOffsets, key);
    const places = Array.from(keyPlaces.subarray(start, end), (place) => ({
      entry: Math.floor(place / FIELDS.length),
      from: fieldOf(place % FIELDS.length),
    }));
    return places.flatMap(({ entry, from }) => {
      const entries = places.filter((other) => other.from === from).length;
      return this.#targets(entry, from, entries);
    });
  }

  #targets(entry: number, from: Field, entries: number): Equivalent[] {
    const { entryOffsets, targetFields, targetOffsets, targetTerms } = this.#data;
    const { start, end } = runOf(entryOffsets, entry);
    const columns = targetFields.subarray(start, end);
    return Array.from(columns, (column, i) => {
      const run = runOf(targetOffsets, start + i);
      const terms = Array.from(targetTerms.subarray(run.start, run.end));
      const siblings = columns.filter((other) => other === column).length;
      return { terms, from, to: fieldOf(column), entries, siblings };
    });
  }

  serialize(): Buffer {
    return pack({ keys: words.pack(this.#keys), ...this.#data });
  }

  static load(bytes: Uint8Array): Equivalents {
    const data = new Packed(bytes);
    return new Equivalents(words.unpack(data.u8('keys')), {
      keyOffsets: data.u32('keyOffsets'),
      keyPlaces: data.u32('keyPlaces'),
      entryOffsets: data.u32('entryOffsets'),
      targetFields: data.u8('targetFields'),
      targetOffsets: data.u32('targetOffsets'),
      targetTerms: data.u32('targetTerms'),
    });
  }
}

/** What a corpus has of the entries of thesauri. */
class Targets {
  readonly #entryOffsets = [0];
  readonly #targetFields: number[] = [];
  readonly #targetOffsets = [0];
  readonly #targetTerms: number[] = [];

  /** @returns the number that each entry gets; -1 where the corpus has nothing of it */
  add({ terms, entryOffsets, entryTerms, entryColumns }: AnalysedThesaurus, held: HeldTerms): Int32Array {
    const found = terms.map(({ term, stems }) => held.find(term, stems));
    return Int32Array.from({ length: entryOffsets.length - 1 }, (_, entry) => {
      const before = this.#targetFields.length;
      const { start, end } = runOf(entryOffsets, entry);
      for (let i = start; i < end; i++) {
        const own = found[entryTerms[i]!]!;
        if (own.length === 0) continue;
        this.#targetFields.push(entryColumns[i]!);
        this.#targetTerms.push(...own);
        this.#targetOffsets.push(this.#targetTerms.length);
      }
      return this.#targetFields.length === before ? -1 : this.#entryOffsets.push(this.#targetFields.length) - 2;
    });
  }

  arrays(): Pick<Arrays, 'entryOffsets' | 'targetFields' | 'targetOffsets' | 'targetTerms'> {
    return {
      entryOffsets: Uint32Array.from(this.#entryOffsets),
      targetFields: Uint8Array.from(this.#targetFields),
      targetOffsets: Uint32Array.from(this.#targetOffsets),
      targetTerms: Uint32Array.from(this.#targetTerms),
    };
  }
}

/** @throws Error where an index holds the number of no column */
function fieldOf(column: number): Field {
  const field = FIELDS[column];
  if (!field) throw new Error(`a thesaurus has no column ${column}`);
  return field;
}
