import type { CompoundSplitter } from '../analysis/compounds.ts';
import { grams } from '../analysis/ngrams.ts';
import { runOf } from '../runs.ts';
import { changedSplits, type Splitting } from './changed-splits.ts';
import type { CorpusWords } from './corpus-words.ts';
import type { Postings } from './postings.ts';
import { PostingsBuilder } from './postings-builder.ts';
import { mergePostings } from './postings-merge.ts';
import { SentenceTerms } from './sentence-terms.ts';
import { WordTerms } from './word-terms.ts';

/** What an occurrence counts for in what a passage stands under. */
const CONTEXT_WEIGHT = 0.4;

/** Where the terms of a corpus stand. */
export interface TermIndex {
  readonly postings: Postings;
  /** By 4-grams of terms. */
  readonly grams: Postings;
  readonly sentences: SentenceTerms;
}

/** The index of a corpus before, which has most passages of this one. */
export interface TermIndexBefore extends TermIndex, Splitting {
  /** Of each passage the number of one with the same words there, ascending; -1 where there is none. */
  readonly sameAs: Int32Array;
}

export function indexTerms(corpus: CorpusWords, split: CompoundSplitter): TermIndex {
  const terms = new WordTerms(corpus.distinct, corpus.distinct.keys(), split);
  const made = postingsOf(corpus, terms, Array(corpus.passageCount).keys());
  const sentences = SentenceTerms.build(corpus, termsOf(terms, made.numbers));
  return { postings: made.postings, grams: made.grams, sentences };
}

/** The same, where only what is new, and passages with a word that is split in another way now, are gone through. */
export function updateTerms(corpus: CorpusWords, splitting: Splitting, before: TermIndexBefore): TermIndex {
  const { passageCount } = corpus;
  const sameAs = sameTerms(corpus, changedSplits(corpus.distinct, before, splitting), before.sameAs);
  const places = new Int32Array(before.postings.passageCount).fill(-1);
  for (const [passage, same] of sameAs.entries()) if (same >= 0) places[same] = passage;
  const others = Int32Array.from(sameAs.keys()).filter((passage) => sameAs[passage]! < 0);
  const terms = new WordTerms(corpus.distinct, wordsOf(corpus, others), splitting.split);
  const made = postingsOf(corpus, terms, others);
  const merge = (known: Postings, added: Postings) =>
    mergePostings({ postings: known, places }, { postings: added, places: others }, passageCount);
  const { postings, numbers } = merge(before.postings, made.postings);
  const madeTerms = termsOf(
    terms,
    made.numbers.map((number) => numbers.made[number] ?? -1),
  );
  const known = { sentences: before.sentences, sameAs, numbers: numbers.before };
  return {
    postings,
    grams: merge(before.grams, made.grams).postings,
    sentences: SentenceTerms.build(corpus, madeTerms, known),
  };
}

/** Passages with the same words have the same terms, but where one of those is split in another way. */
function sameTerms({ passages, texts, words }: CorpusWords, changed: Uint8Array, sameAs: Int32Array): Int32Array {
  if (!changed.includes(1)) return sameAs;
  return sameAs.map((same, passage) => {
    const { start, end } = runOf(passages, passage);
    const own = words.subarray(texts[start], texts[end]);
    return same >= 0 && own.some((word) => changed[word] === 1) ? -1 : same;
  });
}

function* wordsOf({ passages, texts, words }: CorpusWords, some: Iterable<number>): Generator<number> {
  for (const passage of some) {
    const { start, end } = runOf(passages, passage);
    yield* words.subarray(texts[start], texts[end]);
  }
}

/** @param numbers of each stem its number in the postings of the corpus */
function termsOf({ stems }: WordTerms, numbers: Int32Array): (word: number) => readonly number[] {
  const known = stems.map((own) => own.map((stem) => numbers[stem]!));
  return (word) => known[word]!;
}

/** The postings of some passages, numbered one after the other, by stems and by their 4-grams; and of each stem its number in the former. */
function postingsOf({ passages, texts, words }: CorpusWords, terms: WordTerms, some: Iterable<number>) {
  const { names, stems, weights } = terms;
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
  for (const passage of some) {
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
