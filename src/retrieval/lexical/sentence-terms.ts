import type { Term } from '../analysis/terms.ts';
import { Packed, pack } from '../packed.ts';
import { runOf } from '../runs.ts';
import type { Postings } from './postings.ts';

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

  static build(analysed: readonly (readonly (readonly Term[])[])[], postings: Postings): SentenceTerms {
    const passages = [0];
    const texts = [0];
    const ids: number[] = [];
    for (const passage of analysed) {
      for (const text of passage) {
        ids.push(...text.flatMap((term) => postings.id(term.stem) ?? []));
        texts.push(ids.length);
      }
      passages.push(texts.length - 1);
    }
    return new SentenceTerms(Uint32Array.from(passages), Uint32Array.from(texts), Uint32Array.from(ids));
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
