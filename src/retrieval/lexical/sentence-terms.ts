import { NumberList } from '../number-list.ts';
import { Packed, pack } from '../packed.ts';
import { runOf } from '../runs.ts';
import type { CorpusWords } from './corpus-words.ts';

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

  /** @param termsOf of each distinct word the numbers of its terms */
  static build({ passages, texts, words }: CorpusWords, termsOf: readonly Uint32Array[]): SentenceTerms {
    const terms = new NumberList();
    const ends = new Uint32Array(texts.length);
    for (let text = 0; text < texts.length - 1; text++) {
      for (let i = texts[text]!; i < texts[text + 1]!; i++) for (const term of termsOf[words[i]!]!) terms.push(term);
      ends[text + 1] = terms.length;
    }
    return new SentenceTerms(passages.slice(), ends, terms.view().slice());
  }

  /** The terms of a passage, without those of its context. */
  termsOf(passage: number): Uint32Array {
    const { start, end } = runOf(this.passages, passage);
    return this.terms.subarray(this.texts[start + 1], this.texts[end]);
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
