import { findAbbreviations } from '../analysis/abbreviations.ts';
import { type CompoundSplitter, compoundSplitter } from '../analysis/compounds.ts';
import { grams } from '../analysis/ngrams.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import { terms } from '../analysis/terms.ts';
import { tokens } from '../analysis/tokens.ts';
import { SpellingIndex } from '../analysis/typos.ts';
import { wordList } from '../analysis/word-list.ts';
import { Packed, pack, words } from '../packed.ts';
import { Equivalents } from './equivalents.ts';
import { Postings } from './postings.ts';
import { rarity, stemShares } from './rarity.ts';
import { SentenceTerms } from './sentence-terms.ts';
import type { Thesaurus, ThesaurusEntry } from './thesaurus.ts';

/** A passage as lexical search reads it. */
export interface LexicalText {
  readonly sentences: readonly string[];
  /** What it stands under: heading and title. Counts for `CONTEXT_WEIGHT` of an occurrence. */
  readonly context: string;
}

const CONTEXT_WEIGHT = 0.4;
/** A word of the corpus is taken to be at least this frequent (paragraphs per million), so that compounds find it. */
const CORPUS_FREQUENCY = 20;

/** Everything lexical search knows about a corpus. */
export class Lexicon {
  readonly postings: Postings;
  /** How much each term of the postings tells. */
  readonly rarities: Float32Array;
  readonly grams: Postings;
  readonly sentences: SentenceTerms;
  readonly equivalents: Equivalents;
  readonly split: CompoundSplitter;
  readonly #forms: readonly string[];
  #spelling: SpellingIndex | null = null;

  private constructor(
    forms: readonly string[],
    postings: Postings,
    rarities: Float32Array,
    gramPostings: Postings,
    sentences: SentenceTerms,
    equivalents: Equivalents,
    split: CompoundSplitter,
  ) {
    this.#forms = forms;
    this.postings = postings;
    this.rarities = rarities;
    this.grams = gramPostings;
    this.sentences = sentences;
    this.equivalents = equivalents;
    this.split = split;
  }

  static build(texts: readonly LexicalText[], thesaurus: Thesaurus): Lexicon {
    const forms = formsOf(texts);
    const split = splitterFor(forms);
    const analysed = texts.map(({ context, sentences }) => [context, ...sentences].map((text) => terms(text, split)));
    const frequencies = analysed.map(([context = [], ...sentences]) => {
      const counts = new Map<string, number>();
      for (const term of sentences.flat()) add(counts, term.stem, term.weight);
      for (const term of context) add(counts, term.stem, term.weight * CONTEXT_WEIGHT);
      return counts;
    });
    const postings = Postings.build(frequencies);
    const shares = stemShares(postings.terms);
    const rarities = Float32Array.from(shares, (share, id) =>
      rarity(postings.documentFrequency(id), texts.length, share),
    );
    const gramPostings = Postings.build(
      analysed.map(([, ...sentences]) => {
        const counts = new Map<string, number>();
        for (const term of sentences.flat())
          if (term.weight === 1) for (const gram of grams(term.stem)) add(counts, gram, 1);
        return counts;
      }),
    );
    const equivalents = Equivalents.build(withAbbreviations(thesaurus, texts), postings, split);
    const sentences = SentenceTerms.build(analysed, postings);
    return new Lexicon(forms, postings, rarities, gramPostings, sentences, equivalents, split);
  }

  /** Words of the corpus and of both languages, for misspelt ones; made when first asked for. */
  get spelling(): SpellingIndex {
    this.#spelling ??= new SpellingIndex(new Set([...this.#forms, ...wordList('nl').keys(), ...wordList('en').keys()]));
    return this.#spelling;
  }

  serialize(): Buffer {
    return pack({
      forms: words.pack(this.#forms),
      postings: this.postings.serialize(),
      rarities: this.rarities,
      grams: this.grams.serialize(),
      sentences: this.sentences.serialize(),
      equivalents: this.equivalents.serialize(),
    });
  }

  /** @throws Error where the bytes are not what `serialize` gave. */
  static load(bytes: Uint8Array): Lexicon {
    const data = new Packed(bytes);
    const forms = words.unpack(data.u8('forms'));
    return new Lexicon(
      forms,
      Postings.load(data.u8('postings')),
      data.f32('rarities'),
      Postings.load(data.u8('grams')),
      SentenceTerms.load(data.u8('sentences')),
      Equivalents.load(data.u8('equivalents')),
      splitterFor(forms),
    );
  }
}

/** The thesaurus with the abbreviations that the texts introduce. */
function withAbbreviations(thesaurus: Thesaurus, texts: readonly LexicalText[]): Thesaurus {
  const found = new Map<string, ThesaurusEntry>();
  for (const { sentences } of texts) {
    for (const { short, long } of findAbbreviations(sentences.join(' '))) {
      const entry = { headword: [short], formal: [long], everyday: [], english: [long], related: [] };
      found.set(`${short}\t${long}`.toLowerCase(), entry);
    }
  }
  return { entries: [...found.values(), ...thesaurus.entries] };
}

function splitterFor(forms: readonly string[]): CompoundSplitter {
  const known = new Set(forms);
  const list = wordList('nl');
  return compoundSplitter((word) => Math.max(list.get(word) ?? 0, known.has(word) ? CORPUS_FREQUENCY : 0));
}

function formsOf(texts: readonly LexicalText[]): string[] {
  const forms = new Set<string>();
  for (const text of texts) {
    for (const sentence of text.sentences) {
      for (const token of tokens(sentence)) {
        for (const form of [token.form, ...token.parts]) if (!isStopWord(form)) forms.add(form);
      }
    }
  }
  return [...forms].sort();
}

function add(counts: Map<string, number>, key: string, weight: number): void {
  counts.set(key, (counts.get(key) ?? 0) + weight);
}
