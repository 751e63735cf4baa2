import type { Term } from '../analysis/terms.ts';
import { Packed, pack } from '../packed.ts';
import type { Postings } from './postings.ts';

/** The terms of every sentence of every passage, in order, as numbers of a `Postings`. */
export class SentenceTerms {
  /** Passage `p` has the sentences `passages[p]` up to `passages[p + 1]`. */
  readonly passages: Uint32Array;
  /** Sentence `s` has the terms `sentences[s]` up to `sentences[s + 1]`. */
  readonly sentences: Uint32Array;
  readonly terms: Uint32Array;

  private constructor(passages: Uint32Array, sentences: Uint32Array, terms: Uint32Array) {
    this.passages = passages;
    this.sentences = sentences;
    this.terms = terms;
  }

  static build(analysed: readonly (readonly (readonly Term[])[])[], postings: Postings): SentenceTerms {
    const passages = [0];
    const sentences = [0];
    const ids: number[] = [];
    for (const passage of analysed) {
      for (const sentence of passage) {
        for (const term of sentence) ids.push(postings.id(term.stem)!);
        sentences.push(ids.length);
      }
      passages.push(sentences.length - 1);
    }
    return new SentenceTerms(Uint32Array.from(passages), Uint32Array.from(sentences), Uint32Array.from(ids));
  }

  /** The different terms of a passage. */
  termsOf(passage: number): Set<number> {
    const first = this.sentences[this.passages[passage]!]!;
    return new Set(this.terms.subarray(first, this.sentences[this.passages[passage + 1]!]!));
  }

  serialize(): Buffer {
    return pack({ passages: this.passages, sentences: this.sentences, terms: this.terms });
  }

  static load(bytes: Uint8Array): SentenceTerms {
    const data = new Packed(bytes);
    return new SentenceTerms(data.u32('passages'), data.u32('sentences'), data.u32('terms'));
  }
}
