import type { CompoundSplitter } from '../analysis/compounds.ts';
import { stem } from '../analysis/stem.ts';
import { Packed, pack, placeIn, words } from '../packed.ts';
import { offsetsOf, runOf } from '../runs.ts';
import type { Language } from '../types.ts';
import { phraseStems } from './phrase-key.ts';
import type { Postings } from './postings.ts';
import { FIELDS, type Field, type Thesaurus, type ThesaurusEntry } from './thesaurus.ts';

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

interface EntryTerm {
  readonly term: string;
  /** Number of its column. */
  readonly column: number;
  /** Its stems as a Dutch term: how it stands in the postings. */
  readonly stems: readonly string[];
}

interface AnalysedEntry {
  readonly terms: readonly EntryTerm[];
  /** Under what the entry is looked up: the number of the column, the language, and the stems of a term. */
  readonly keys: readonly string[];
}

/** What an entry is looked up by does not depend on a corpus, and stemming it takes most of a build. */
const analysedEntries = new WeakMap<ThesaurusEntry, AnalysedEntry>();

function analysed(entry: ThesaurusEntry): AnalysedEntry {
  const known = analysedEntries.get(entry);
  if (known) return known;
  const keys = new Set<string>();
  const terms = FIELDS.flatMap((field, column) =>
    entry[field].map((term): EntryTerm => {
      const dutch = phraseStems(term, 'nl');
      for (const language of languagesOf(field)) {
        const stems = language === 'nl' ? dutch : phraseStems(term, language);
        if (stems.length > 0) keys.add(`${column}${language}:${stems.join(' ')}`);
      }
      return { term, column, stems: dutch };
    }),
  );
  const made = { terms, keys: [...keys] };
  analysedEntries.set(entry, made);
  return made;
}

/** A thesaurus reduced to what a corpus can answer: keys are stems, equivalents are terms of its postings. */
export class Equivalents {
  readonly #keys: readonly string[];
  readonly #data: Arrays;

  private constructor(keys: readonly string[], data: Arrays) {
    this.#keys = keys;
    this.#data = data;
  }

  static build(thesaurus: Thesaurus, postings: Postings, split: CompoundSplitter): Equivalents {
    const places = new Map<string, number[]>();
    const entryOffsets = [0];
    const targetFields: number[] = [];
    const targetOffsets = [0];
    const targetTerms: number[] = [];
    for (const entry of thesaurus.entries) {
      const before = targetFields.length;
      const { terms, keys } = analysed(entry);
      for (const { term, column, stems } of terms) {
        const found = inCorpus(term, stems, postings, split);
        if (found.length === 0) continue;
        targetFields.push(column);
        targetTerms.push(...found);
        targetOffsets.push(targetTerms.length);
      }
      if (targetFields.length === before) continue;
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
    const sorted = [...places].sort(([a], [b]) => (a < b ? -1 : 1));
    const keys = sorted.map(([key]) => key);
    return new Equivalents(keys, {
      keyOffsets: offsetsOf(sorted.map(([, list]) => list.length)),
      keyPlaces: Uint32Array.from(sorted.flatMap(([, list]) => list)),
      entryOffsets: Uint32Array.from(entryOffsets),
      targetFields: Uint8Array.from(targetFields),
      targetOffsets: Uint32Array.from(targetOffsets),
      targetTerms: Uint32Array.from(targetTerms),
    });
  }

  /** Whether the thesaurus knows these stems as a term of that language. */
  has(stems: readonly string[], language: Language): boolean {
    return placeIn(this.#keys, `${language}:${stems.join(' ')}`) !== undefined;
  }

  /** What stands for the word or phrase with these stems. */
  find(stems: readonly string[], language: Language): Equivalent[] {
    const key = placeIn(this.#keys, `${language}:${stems.join(' ')}`);
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

/** @throws Error where an index holds the number of no column */
function fieldOf(column: number): Field {
  const field = FIELDS[column];
  if (!field) throw new Error(`a thesaurus has no column ${column}`);
  return field;
}

/** Names and abbreviations are the same in both languages, so related terms are found by both. */
function languagesOf(field: Field): readonly Language[] {
  if (field === 'english') return ['en'];
  return field === 'related' ? ['nl', 'en'] : ['nl'];
}

/** The terms of the postings that make up a term; a compound that the corpus lacks by its parts. Empty where one is missing. */
function inCorpus(term: string, stems: readonly string[], postings: Postings, split: CompoundSplitter): number[] {
  const ids = stems.map((each) => postings.id(each));
  if (ids.length > 0 && ids.every((id) => id !== undefined)) return ids.filter((id) => id !== undefined);
  if (ids.length !== 1) return [];
  const parts = split(term.toLowerCase()).map((part) => postings.id(stem.nl(part)));
  return parts.every((id) => id !== undefined) ? parts.filter((id) => id !== undefined) : [];
}
