import { NumberList } from '../number-list.ts';
import { offsetsOf } from '../runs.ts';
import type { Language } from '../types.ts';
import { phraseStems } from './phrase-key.ts';
import { FIELDS, type Field, type Thesaurus } from './thesaurus.ts';

/** What a thesaurus says whatever the corpus. */
export interface AnalysedThesaurus {
  /** All terms, each once, with their stems as Dutch ones: how they stand in the postings. */
  readonly terms: readonly { readonly term: string; readonly stems: readonly string[] }[];
  /** Entry `e` has the terms with the numbers `entryTerms[entryOffsets[e]]` up to `entryOffsets[e + 1]`. */
  readonly entryOffsets: Uint32Array;
  readonly entryTerms: Uint32Array;
  /** Of each of those the number of its column. */
  readonly entryColumns: Uint8Array;
  /** Under what entries are looked up, sorted. */
  readonly keys: readonly string[];
  /** Key `k` has the places `keyPlaces[keyOffsets[k]]` up to `keyOffsets[k + 1]`. */
  readonly keyOffsets: Uint32Array;
  /** Entry number times five plus the column in which the key stands. */
  readonly keyPlaces: Uint32Array;
}

/** Stemming all terms takes longer than the rest of a small index. */
const known = new WeakMap<Thesaurus, AnalysedThesaurus>();

/** Each thesaurus is analysed once. */
export function analysed(thesaurus: Thesaurus): AnalysedThesaurus {
  const before = known.get(thesaurus);
  if (before) return before;
  const made = analyse(thesaurus);
  known.set(thesaurus, made);
  return made;
}

export function isAnalysed(thesaurus: Thesaurus): boolean {
  return known.has(thesaurus);
}

/** Takes what an analysis gave before, of the same thesaurus by the same rules. */
export function recallAnalysed(thesaurus: Thesaurus, made: AnalysedThesaurus): void {
  known.set(thesaurus, made);
}

/** Under what a word or phrase with these stems is looked up; empty where it has none. */
export function keyOf(stems: readonly string[], language: Language): string {
  return stems.length === 0 ? '' : `${language}:${stems.join(' ')}`;
}

function analyse({ entries }: Thesaurus): AnalysedThesaurus {
  const terms = new Terms();
  const [entryTerms, entryColumns, entryOffsets] = [new NumberList(), new NumberList(), new NumberList()];
  /** Each place with the number of its key, in order. */
  const [places, keysOfPlaces] = [new NumberList(), new NumberList()];
  const lastPlaces: number[] = [];
  entryOffsets.push(0);
  for (const [entry, columns] of entries.entries()) {
    for (const [column, field] of FIELDS.entries()) {
      const place = entry * FIELDS.length + column;
      for (const text of columns[field]) {
        const term = terms.number(text);
        entryTerms.push(term);
        entryColumns.push(column);
        for (const language of languagesOf(field)) {
          const key = terms.key(term, language);
          if (key === NONE || lastPlaces[key] === place) continue;
          lastPlaces[key] = place;
          places.push(place);
          keysOfPlaces.push(key);
        }
      }
    }
    entryOffsets.push(entryTerms.length);
  }
  return {
    terms: terms.all,
    entryOffsets: entryOffsets.view(),
    entryTerms: entryTerms.view(),
    entryColumns: Uint8Array.from(entryColumns.view()),
    ...byKey(terms.keys, keysOfPlaces.view(), places.view()),
  };
}

/** Places by key, keys sorted. */
function byKey(
  numbers: ReadonlyMap<string, number>,
  keysOfPlaces: Uint32Array,
  places: Uint32Array,
): Pick<AnalysedThesaurus, 'keys' | 'keyOffsets' | 'keyPlaces'> {
  const keys = [...numbers.keys()].sort();
  const ranks = new Uint32Array(keys.length);
  for (const [rank, key] of keys.entries()) ranks[numbers.get(key)!] = rank;
  const lengths = new Uint32Array(keys.length);
  for (const key of keysOfPlaces) lengths[ranks[key]!]!++;
  const keyOffsets = offsetsOf(lengths);
  const next = keyOffsets.slice();
  const keyPlaces = new Uint32Array(places.length);
  for (const [i, key] of keysOfPlaces.entries()) keyPlaces[next[ranks[key]!]!++] = places[i]!;
  return { keys, keyOffsets, keyPlaces };
}

/** Stands for the key of a term without stems. */
const NONE = -1;

/** Terms and the keys under which they are looked up, by number; each is stemmed once for each language. */
class Terms {
  readonly all: { readonly term: string; readonly stems: readonly string[] }[] = [];
  readonly keys = new Map<string, number>();
  readonly #numbers = new Map<string, number>();
  readonly #keysOf: Readonly<Record<Language, number[]>> = { nl: [], en: [] };

  number(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) return known;
    const number = this.all.push({ term, stems: phraseStems(term, 'nl') }) - 1;
    this.#numbers.set(term, number);
    return number;
  }

  /** Under what an entry with this term is looked up. */
  key(number: number, language: Language): number {
    const known = this.#keysOf[language][number];
    if (known !== undefined) return known;
    const { term, stems } = this.all[number]!;
    const made = this.#keyOf(language === 'nl' ? stems : phraseStems(term, language), language);
    this.#keysOf[language][number] = made;
    return made;
  }

  #keyOf(stems: readonly string[], language: Language): number {
    if (stems.length === 0) return NONE;
    const key = keyOf(stems, language);
    const number = this.keys.get(key) ?? this.keys.size;
    this.keys.set(key, number);
    return number;
  }
}

/** Names and abbreviations are the same in both languages, so related terms are found by both. */
function languagesOf(field: Field): readonly Language[] {
  if (field === 'english') return ['en'];
  return field === 'related' ? ['nl', 'en'] : ['nl'];
}
