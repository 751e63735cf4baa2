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

/** Under what a word or phrase with these stems is looked up; empty where it has none. */
export function keyOf(stems: readonly string[], language: Language): string {
  return stems.length === 0 ? '' : `${language}:${stems.join(' ')}`;
}

function analyse({ entries }: Thesaurus): AnalysedThesaurus {
  const terms = new Map<string, AnalysedTerm>();
  const [entryTerms, entryColumns, entryOffsets] = [new NumberList(), new NumberList(), new NumberList()];
  const places = new Map<string, number[]>();
  entryOffsets.push(0);
  for (const [entry, columns] of entries.entries()) {
    for (const [column, field] of FIELDS.entries()) {
      const place = entry * FIELDS.length + column;
      for (const text of columns[field]) {
        const term = terms.get(text) ?? new AnalysedTerm(text, terms.size);
        terms.set(text, term);
        entryTerms.push(term.number);
        entryColumns.push(column);
        for (const language of languagesOf(field)) {
          const key = term.key(language);
          if (key === '') continue;
          const known = places.get(key);
          if (!known) places.set(key, [place]);
          else if (known.at(-1) !== place) known.push(place);
        }
      }
    }
    entryOffsets.push(entryTerms.length);
  }
  const keys = [...places.keys()].sort();
  const placesOfKeys = keys.map((key) => places.get(key) ?? []);
  return {
    terms: [...terms.values()],
    entryOffsets: entryOffsets.view(),
    entryTerms: entryTerms.view(),
    entryColumns: Uint8Array.from(entryColumns.view()),
    keys,
    keyOffsets: offsetsOf(placesOfKeys.map(({ length }) => length)),
    keyPlaces: Uint32Array.from(placesOfKeys.flat()),
  };
}

/** A term that is stemmed once for each language. */
class AnalysedTerm {
  readonly term: string;
  readonly number: number;
  readonly stems: readonly string[];
  readonly #keys: Partial<Record<Language, string>> = {};

  constructor(term: string, number: number) {
    this.term = term;
    this.number = number;
    this.stems = phraseStems(term, 'nl');
  }

  /** Under what an entry with this term is looked up; nothing where it has no stems. */
  key(language: Language): string {
    const stems = () => (language === 'nl' ? this.stems : phraseStems(this.term, language));
    this.#keys[language] ??= keyOf(stems(), language);
    return this.#keys[language];
  }
}

/** Names and abbreviations are the same in both languages, so related terms are found by both. */
function languagesOf(field: Field): readonly Language[] {
  if (field === 'english') return ['en'];
  return field === 'related' ? ['nl', 'en'] : ['nl'];
}
