import { NumberList } from '../number-list.ts';
import { Packed, pack } from '../packed.ts';
import { runOf } from '../runs.ts';
import type { CorpusWords } from './corpus-words.ts';

/** Sentences of a corpus before. */
export interface SentencesBefore {
  readonly sentences: SentenceTerms;
  /** Of each passage its number in that corpus; -1 for one that it lacks. */
  readonly sameAs: Int32Array;
  /** Of each term of that corpus its number in this one. */
  readonly numbers: Int32Array;
}

/** The terms of every text of every passage (its context, then its sentences), as numbers of a `Postings`. */
export class SentenceTerms {
  /** Passage `p` has the texts `passages[p]` up to `passages[p + 1]`; the first is its context. */
  readonly passages: Uint32Array;
  /** Text `t` has the terms `texts[t]` up to `texts[t + 1]`. */
  readonly texts: Uint32Array;
  readonly terms: Uint32Array;

  private constructor(passages: Uint32Array, texts: Uint32Array, terms: Uint32Array) {
    this.passages = passages;
    this.texts = texts;
    this.terms = terms;
  }

  /**
   * @param termsOf of a distinct word the numbers of its terms
   * @param before what was there before of some passages, all of whose texts and terms are as they were
   */
  static build(
    { passages, texts, words, passageCount }: CorpusWords,
    termsOf: (word: number) => ArrayLike<number>,
    before?: SentencesBefore,
  ): SentenceTerms {
    const terms = new NumberList();
    const ends = new Uint32Array(texts.length);
    for (let passage = 0; passage < passageCount; passage++) {
      const { start, end } = runOf(passages, passage);
      const same = before?.sameAs[passage] ?? -1;
      if (before && same >= 0) {
        const shift = before.sentences.passages[same]! - start;
        for (let text = start; text < end; text++) {
          const run = runOf(before.sentences.texts, text + shift);
          for (let i = run.start; i < run.end; i++) terms.push(before.numbers[before.sentences.terms[i]!]!);
          ends[text + 1] = terms.length;
        }
        continue;
      }
      for (let text = start; text < end; text++) {
        for (let i = texts[text]!; i < texts[text + 1]!; i++) {
          const own = termsOf(words[i]!);
          for (let t = 0; t < own.length; t++) terms.push(own[t]!);
        }
        ends[text + 1] = terms.length;
      }
    }
    return new SentenceTerms(passages.slice(), ends, terms.view().slice());
  }

  /** The terms of a passage, without those of its context. */
  termsOf(passage: number): Uint32Array {
    const { start, end } = runOf(this.passages, passage);
    return this.terms.subarray(this.texts[start + 1], this.texts[end]);
  }

  /** The terms of a passage and of its context. */
  termsWithContext(passage: number): Uint32Array {
    const { start, end } = runOf(this.passages, passage);
    return this.terms.subarray(this.texts[start], this.texts[end]);
  }

  /** The terms of one text. */
  termsOfText(text: number): Uint32Array {
    return this.terms.subarray(this.texts[text], this.texts[text + 1]);
  }

  serialize(): Buffer {
    return pack({ passages: this.passages, texts: this.texts, terms: this.terms });
  }

  static load(bytes: Uint8Array): SentenceTerms {
    const data = new Packed(bytes);
    return new SentenceTerms(data.u32('passages'), data.u32('texts'), data.u32('terms'));
  }
}
