import { setImmediate } from 'node:timers/promises';
import type { Abbreviation } from '../analysis/abbreviations.ts';
import { type CompoundSplitter, compoundSplitter } from '../analysis/compounds.ts';
import { grams } from '../analysis/ngrams.ts';
import { termsOf } from '../analysis/terms.ts';
import { SpellingIndex } from '../analysis/typos.ts';
import { wordList } from '../analysis/word-list.ts';
import { Packed, pack, placeIn, words } from '../packed.ts';
import { runOf } from '../runs.ts';
import { CorpusWords, type LexicalText, type Word } from './corpus-words.ts';
import { Equivalents } from './equivalents.ts';
import { HeldTerms } from './held-terms.ts';
import { Postings } from './postings.ts';
import { PostingsBuilder } from './postings-builder.ts';
import { rarity, stemShares } from './rarity.ts';
import { SentenceTerms } from './sentence-terms.ts';
import type { Thesaurus, ThesaurusEntry } from './thesaurus.ts';

/** What an occurrence counts for in what a passage stands under. */
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

  static build(texts: Iterable<LexicalText>, thesauri: readonly Thesaurus[]): Lexicon {
    const corpus = CorpusWords.of(texts);
    const forms = corpus.forms();
    // All words are split now, and few when it is loaded: then sorted words do without a set of them.
    const known = new Set(forms);
    const split = splitterFor((word) => known.has(word));
    const words = new WordTerms(corpus.distinct, split);
    const { postings, grams: gramPostings, numbers } = postingsOf(corpus, words);
    const shares = stemShares(postings.terms);
    const rarities = Float32Array.from(shares, (share, id) =>
      rarity(postings.documentFrequency(id), corpus.passageCount, share),
    );
    const held = new HeldTerms(postings, forms, split);
    const equivalents = Equivalents.build([introduced(corpus.abbreviations), ...thesauri], held);
    const sentences = SentenceTerms.build(
      corpus,
      words.stems.map((stems) => Uint32Array.from(stems, (stem) => numbers[stem]!)),
    );
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

/** The terms of each distinct word of a corpus: numbers of stems, with how much of an occurrence each is. */
class WordTerms {
  readonly names: string[] = [];
  readonly stems: Uint32Array[] = [];
  readonly weights: Float64Array[] = [];

  constructor(words: readonly Word[], split: CompoundSplitter) {
    const numbers = new Map<string, number>();
    for (const word of words) {
      const terms = termsOf(word, split);
      for (const { stem } of terms) if (!numbers.has(stem)) numbers.set(stem, this.names.push(stem) - 1);
      this.stems.push(Uint32Array.from(terms, ({ stem }) => numbers.get(stem)!));
      this.weights.push(Float64Array.from(terms, ({ weight }) => weight));
    }
  }
}

/** The postings of a corpus by stems and by their 4-grams; and of each stem its number in the former. */
function postingsOf({ passages, texts, words, passageCount }: CorpusWords, { names, stems, weights }: WordTerms) {
  const gramNumbers = new Map<string, number>();
  const gramsOf = names.map((stem) =>
    Uint32Array.from(grams(stem), (gram) => {
      const known = gramNumbers.get(gram) ?? gramNumbers.size;
      gramNumbers.set(gram, known);
      return known;
    }),
  );
  const byStem = new PostingsBuilder(names);
  const byGram = new PostingsBuilder([...gramNumbers.keys()]);
  for (let passage = 0; passage < passageCount; passage++) {
    const { start: context, end } = runOf(passages, passage);
    const [first, from, to] = [texts[context]!, texts[context + 1]!, texts[end]!];
    for (let i = from; i < to; i++) {
      const [own, shares] = [stems[words[i]!]!, weights[words[i]!]!];
      for (let t = 0; t < own.length; t++) {
        byStem.count(own[t]!, shares[t]!);
        if (shares[t] === 1) for (const gram of gramsOf[own[t]!]!) byGram.count(gram, 1);
      }
    }
    for (let i = first; i < from; i++) {
      const [own, shares] = [stems[words[i]!]!, weights[words[i]!]!];
      for (let t = 0; t < own.length; t++) byStem.count(own[t]!, shares[t]! * CONTEXT_WEIGHT);
    }
    byStem.next();
    byGram.next();
  }
  return { ...byStem.finish(), grams: byGram.finish().postings };
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
