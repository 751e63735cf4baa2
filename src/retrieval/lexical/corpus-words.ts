import { type Abbreviation, findAbbreviations } from '../analysis/abbreviations.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import { tokens } from '../analysis/tokens.ts';
import { NumberList } from '../number-list.ts';
import { runOf } from '../runs.ts';

/** A passage as lexical search reads it. */
export interface LexicalText {
  readonly sentences: readonly string[];
  /** What it stands under: heading and title. */
  readonly context: string;
}

/** A word of a corpus: its form, and the sides of a hyphen where it has one. */
export interface Word {
  readonly form: string;
  readonly parts: readonly string[];
}

/**
 * The words of all texts of a corpus as numbers of distinct words: a corpus has a hundred times as many words as distinct
 * ones, and what is made of a word is made of each once.
 */
export class CorpusWords {
  readonly distinct: readonly Word[];
  /** Passage `p` has the texts `passages[p]` up to `passages[p + 1]`; the first is its context. */
  readonly passages: Uint32Array;
  /** Text `t` has the words `texts[t]` up to `texts[t + 1]`. */
  readonly texts: Uint32Array;
  readonly words: Uint32Array;
  readonly abbreviations: readonly Abbreviation[];

  private constructor(
    distinct: readonly Word[],
    [passages, texts, words]: readonly [NumberList, NumberList, NumberList],
    abbreviations: readonly Abbreviation[],
  ) {
    this.distinct = distinct;
    this.passages = passages.view();
    this.texts = texts.view();
    this.words = words.view();
    this.abbreviations = abbreviations;
  }

  static of(corpus: Iterable<LexicalText>): CorpusWords {
    const numbers = new Map<string, number>();
    const distinct: Word[] = [];
    const [passages, texts, words] = [new NumberList(), new NumberList(), new NumberList()] as const;
    const abbreviations: Abbreviation[] = [];
    passages.push(0);
    texts.push(0);
    for (const { context, sentences } of corpus) {
      abbreviations.push(...findAbbreviations(sentences.join(' ')));
      for (const text of [context, ...sentences]) {
        for (const { form, parts } of tokens(text)) {
          const key = parts.join('-') || form;
          const known = numbers.get(key) ?? distinct.length;
          if (known === distinct.length) {
            numbers.set(key, known);
            distinct.push({ form, parts });
          }
          words.push(known);
        }
        texts.push(words.length);
      }
      passages.push(texts.length - 1);
    }
    return new CorpusWords(distinct, [passages, texts, words], abbreviations);
  }

  get passageCount(): number {
    return this.passages.length - 1;
  }

  /** Everything that stands as a word in a sentence, with the sides of hyphens, sorted; stop words are left out. */
  forms(): string[] {
    const inSentences = new Uint8Array(this.distinct.length);
    for (let passage = 0; passage < this.passageCount; passage++) {
      const { start, end } = runOf(this.passages, passage);
      const last = this.texts[end] ?? 0;
      for (let i = this.texts[start + 1] ?? last; i < last; i++) inSentences[this.words[i]!] = 1;
    }
    const forms = new Set<string>();
    for (const [number, { form, parts }] of this.distinct.entries()) {
      if (inSentences[number] === 0) continue;
      for (const one of [form, ...parts]) if (!isStopWord(one)) forms.add(one);
    }
    return [...forms].sort();
  }
}
