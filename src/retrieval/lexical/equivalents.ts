import type { CompoundSplitter } from '../analysis/compounds.ts';
import { stem } from '../analysis/stem.ts';
import { Packed, pack, words } from '../packed.ts';
import type { Language } from '../types.ts';
import { phraseStems } from './phrase-key.ts';
import type { Postings } from './postings.ts';
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
  readonly #places: Map<string, number>;
  readonly #data: Arrays;

  private constructor(keys: readonly string[], data: Arrays) {
    this.#keys = keys;
    this.#places = new Map(keys.map((key, index) => [key, index]));
    this.#data = data;
  }

  static build(thesaurus: Thesaurus, postings: Postings, split: CompoundSplitter): Equivalents {
    const places = new Map<string, number[]>();
    const entryOffsets = [0];
    const targetFields: number[] = [];
    const targetOffsets = [0];
    const targetTerms: number[] = [];
    for (const entry of thesaurus.entries) {
      const keys = new Set<string>();
      let targets = 0;
      FIELDS.forEach((field, column) => {
        for (const term of entry[field]) {
          for (const language of languagesOf(field)) {
            const stems = phraseStems(term, language);
            if (stems.length > 0) keys.add(`${column}${language}:${stems.join(' ')}`);
          }
          const found = inCorpus(term, postings, split);
          if (found.length === 0) continue;
          targets++;
          targetFields.push(column);
          targetTerms.push(...found);
          targetOffsets.push(targetTerms.length);
        }
      });
      if (targets === 0) continue;
      const number = entryOffsets.length - 1;
      entryOffsets.push(targetFields.length);
      for (const marked of keys) {
        const key = marked.slice(1);
        const place = number * FIELDS.length + Number(marked[0]);
        const list = places.get(key);
        if (list) list.push(place);
        else places.set(key, [place]);
      }
    }
    const keys = [...places.keys()].sort();
    const keyOffsets = new Uint32Array(keys.length + 1);
    keys.forEach((key, index) => {
      keyOffsets[index + 1] = keyOffsets[index]! + places.get(key)!.length;
    });
    return new Equivalents(keys, {
      keyOffsets,
      keyPlaces: Uint32Array.from(keys.flatMap((key) => places.get(key)!)),
      entryOffsets: Uint32Array.from(entryOffsets),
      targetFields: Uint8Array.from(targetFields),
      targetOffsets: Uint32Array.from(targetOffsets),
      targetTerms: Uint32Array.from(targetTerms),
    });
  }

  /** Whether the thesaurus knows these stems as a term of that language. */
  has(stems: readonly string[], language: Language): boolean {
    return this.#places.has(`${language}:${stems.join(' ')}`);
  }

  /** What stands for the word or phrase with these stems. */
  find(stems: readonly string[], language: Language): Equivalent[] {
    const key = this.#places.get(`${language}:${stems.join(' ')}`);
    if (key === undefined) return [];
    const { keyOffsets, keyPlaces } = this.#data;
    const places = keyPlaces.subarray(keyOffsets[key], keyOffsets[key + 1]);
    const perField = new Array<number>(FIELDS.length).fill(0);
    for (const place of places) perField[place % FIELDS.length]!++;
    return [...places].flatMap((place) => {
      const column = place % FIELDS.length;
      return this.#targets(Math.floor(place / FIELDS.length), FIELDS[column]!, perField[column]!);
    });
  }

  #targets(entry: number, from: Field, entries: number): Equivalent[] {
    const { entryOffsets, targetFields, targetOffsets, targetTerms } = this.#data;
    const result: Equivalent[] = [];
    const first = entryOffsets[entry]!;
    const end = entryOffsets[entry + 1]!;
    const perField = new Array<number>(FIELDS.length).fill(0);
    for (let i = first; i < end; i++) perField[targetFields[i]!]!++;
    for (let i = first; i < end; i++) {
      const terms = Array.from(targetTerms.subarray(targetOffsets[i], targetOffsets[i + 1]));
      const column = targetFields[i]!;
      result.push({ terms, from, to: FIELDS[column]!, entries, siblings: perField[column]! });
    }
    return result;
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

/** Names and abbreviations are the same in both languages, so related terms are found by both. */
function languagesOf(field: Field): readonly Language[] {
  if (field === 'english') return ['en'];
  return field === 'related' ? ['nl', 'en'] : ['nl'];
}

/** The terms of the postings that make up a term; a compound that the corpus lacks by its parts. Empty where one is missing. */
function inCorpus(term: string, postings: Postings, split: CompoundSplitter): number[] {
  const ids = phraseStems(term, 'nl').map((each) => postings.id(each));
  if (ids.length > 0 && ids.every((id) => id !== undefined)) return ids.filter((id) => id !== undefined);
  if (ids.length !== 1) return [];
  const parts = split(term.toLowerCase()).map((part) => postings.id(stem.nl(part)));
  return parts.every((id) => id !== undefined) ? parts.filter((id) => id !== undefined) : [];
}
