import { setImmediate } from 'node:timers/promises';
import type { Abbreviation } from '../analysis/abbreviations.ts';
import { type CompoundSplitter, compoundSplitter } from '../analysis/compounds.ts';
import { SpellingIndex } from '../analysis/typos.ts';
import { wordList } from '../analysis/word-list.ts';
import { Packed, pack, placeIn, words } from '../packed.ts';
import type { CorpusWords } from './corpus-words.ts';
import { Equivalents } from './equivalents.ts';
import { HeldTerms } from './held-terms.ts';
import { ministriesThesaurus } from './ministries.ts';
import { Postings } from './postings.ts';
import { rarity, stemShares } from './rarity.ts';
import { SentenceTerms } from './sentence-terms.ts';
import { indexTerms, type TermIndexBefore, updateTerms } from './term-index.ts';
import type { Thesaurus, ThesaurusEntry } from './thesaurus.ts';

/** A word of the corpus is taken to be at least this frequent (paragraphs per million), so that compounds find it. */
const CORPUS_FREQUENCY = 20;

/** What an update builds on. */
export interface LexiconBefore {
  readonly lexicon: Lexicon;
  /** Of each passage the number of one with the same words there, ascending; -1 where there is none. */
  readonly sameAs: Int32Array;
}

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

  /** @param before where most passages are as they were in another corpus; the lexicon is the same without it */
  static of(corpus: CorpusWords, thesauri: readonly Thesaurus[], before?: LexiconBefore): Lexicon {
    const forms = corpus.forms(before ? before.lexicon.#forms : []);
    // All words are split now, and few when it is loaded: then sorted words do without a set of them.
    const known = new Set(forms);
    const split = splitterFor((word) => known.has(word));
    const { postings, grams, sentences } = before
      ? updateTerms(corpus, { forms, split }, before.lexicon.#asBefore(before.sameAs))
      : indexTerms(corpus, split);
    const shares = stemShares(postings.terms);
    const rarities = Float32Array.from(shares, (share, id) =>
      rarity(postings.documentFrequency(id), corpus.passageCount, share),
    );
    const held = new HeldTerms(postings, forms, split);
    const abbreviations = introduced([...corpus.abbreviations.values()].flat());
    const equivalents = Equivalents.build([abbreviations, ministriesThesaurus(), ...thesauri], held);
    return new Lexicon(forms, postings, rarities, grams, sentences, equivalents, split);
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

  #asBefore(sameAs: Int32Array): TermIndexBefore {
    const { postings, grams, sentences, split } = this;
    return { postings, grams, sentences, forms: this.#forms, split, sameAs };
  }

  /**
   * Between two steps others get their turn: a bot goes on answering while it loads.
   * @throws Error where the bytes are not what `serialize` gave.
   */
  static async load(bytes: Uint8Array): Promise<Lexicon> {
    const data = new Packed(bytes);
    const forms = words.unpack(data.u8('forms'));
    await setImmediate();
    const postings = Postings.load(data.u8('postings'));
    await setImmediate();
    const gramPostings = Postings.load(data.u8('grams'));
    await setImmediate();
    return new Lexicon(
      forms,
      postings,
      data.f32('rarities'),
      gramPostings,
      SentenceTerms.load(data.u8('sentences')),
      Equivalents.load(data.u8('equivalents')),
      splitterFor((word) => placeIn(forms, word) !== undefined),
    );
  }
}

/** The abbreviations that texts introduce, as a thesaurus. */
function introduced(abbreviations: readonly Abbreviation[]): Thesaurus {
  const found = new Map<string, ThesaurusEntry>();
  for (const { short, long } of abbreviations) {
    const entry = { headword: [short], formal: [long], everyday: [], english: [long], related: [] };
    found.set(`${short}\t${long}`.toLowerCase(), entry);
  }
  return { entries: [...found.values()] };
}

/** @param isForm whether a word stands in the corpus */
function splitterFor(isForm: (word: string) => boolean): CompoundSplitter {
  const list = wordList('nl');
  return compoundSplitter((word) => Math.max(list.get(word) ?? 0, isForm(word) ? CORPUS_FREQUENCY : 0));
}
