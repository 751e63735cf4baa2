import { z } from 'zod';
import { type Abbreviation, findAbbreviations } from '../analysis/abbreviations.ts';
import { isStopWord } from '../analysis/stop-words.ts';
import { tokens } from '../analysis/tokens.ts';
import { NumberList } from '../number-list.ts';
import { Packed, pack, words } from '../packed.ts';
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

/** A word as a corpus lists it: its sides with a hyphen between them, which no form has. */
export function listedWord({ form, parts }: Word): string {
  return parts.join('-') || form;
}

export function wordListedAs(listed: string): Word {
  const parts = listed.includes('-') ? listed.split('-') : [];
  return { form: parts.join('').toLowerCase() || listed, parts };
}

/** The words of a corpus before. */
export interface WordsBefore {
  readonly words: CorpusWords;
  /** Of each passage the number of one with the same texts there, ascending; -1 where there is none. */
  readonly sameAs: Int32Array;
}

interface Runs {
  readonly distinct: readonly string[];
  readonly passages: Uint32Array;
  readonly texts: Uint32Array;
  readonly words: Uint32Array;
  readonly abbreviations: ReadonlyMap<number, readonly Abbreviation[]>;
}

/**
 * The words of all texts of a corpus as numbers of distinct words: a corpus has a hundred times as many words as distinct
 * ones, and what is made of a word is made of each once.
 */
export class CorpusWords implements Runs {
  /** As `listedWord` gives them, in the order in which they first stand. */
  readonly distinct: readonly string[];
  /** Passage `p` has the texts `passages[p]` up to `passages[p + 1]`; the first is its context. */
  readonly passages: Uint32Array;
  /** Text `t` has the words `texts[t]` up to `texts[t + 1]`. */
  readonly texts: Uint32Array;
  readonly words: Uint32Array;
  /** What passages introduce, by their numbers, in order. */
  readonly abbreviations: ReadonlyMap<number, readonly Abbreviation[]>;

  private constructor({ distinct, passages, texts, words, abbreviations }: Runs) {
    this.distinct = distinct;
    this.passages = passages;
    this.texts = texts;
    this.words = words;
    this.abbreviations = abbreviations;
  }

  static of(corpus: Iterable<LexicalText>): CorpusWords {
    const collected = new Collected();
    for (const text of corpus) collected.read(text);
    return new CorpusWords(collected);
  }

  /**
   * The same, where a corpus before has the words of many passages already.
   * @param others the texts of the passages of which it lacks them, in order
   */
  static from({ words, sameAs }: WordsBefore, others: Iterable<LexicalText>): CorpusWords {
    const collected = new Collected();
    const numbers = new Int32Array(words.distinct.length).fill(-1);
    const rest = others[Symbol.iterator]();
    for (const same of sameAs) {
      if (same >= 0) {
        collected.copy(words, same, numbers);
        continue;
      }
      const { value, done } = rest.next();
      if (done) throw new Error('a passage lacks its texts');
      collected.read(value);
    }
    return new CorpusWords(collected);
  }

  get passageCount(): number {
    return this.passages.length - 1;
  }

  /**
   * Everything that stands as a word in a sentence, with the sides of hyphens, sorted; stop words are left out.
   * @param before sorted: where it has most of them already, sorting takes little
   */
  forms(before: readonly string[] = []): string[] {
    const inSentences = new Uint8Array(this.distinct.length);
    for (let passage = 0; passage < this.passageCount; passage++) {
      const { start, end } = runOf(this.passages, passage);
      const last = this.texts[end] ?? 0;
      for (let i = this.texts[start + 1] ?? last; i < last; i++) inSentences[this.words[i]!] = 1;
    }
    const forms = new Set<string>();
    for (const [number, listed] of this.distinct.entries()) {
      if (inSentences[number] === 0) continue;
      const { form, parts } = wordListedAs(listed);
      for (const one of [form, ...parts]) if (!isStopWord(one)) forms.add(one);
    }
    const known = before.filter((form) => forms.delete(form));
    return [...known, ...forms].sort();
  }

  serialize(): Buffer {
    const { passages, texts, words: numbers } = this;
    const abbreviations = [...this.abbreviations].flatMap(([passage, found]) =>
      found.map(({ short, long }) => JSON.stringify([passage, short, long])),
    );
    return pack({
      distinct: words.pack(this.distinct),
      passages,
      texts,
      words: numbers,
      abbreviations: words.pack(abbreviations),
    });
  }

  /** @throws Error where the bytes are not what `serialize` gave. */
  static load(bytes: Uint8Array): CorpusWords {
    const data = new Packed(bytes);
    const abbreviations = new Map<number, Abbreviation[]>();
    for (const line of words.unpack(data.u8('abbreviations'))) {
      const [passage, short, long] = abbreviationSchema.parse(JSON.parse(line));
      abbreviations.set(passage, [...(abbreviations.get(passage) ?? []), { short, long }]);
    }
    return new CorpusWords({
      distinct: words.unpack(data.u8('distinct')),
      passages: data.u32('passages'),
      texts: data.u32('texts'),
      words: data.u32('words'),
      abbreviations,
    });
  }
}

const abbreviationSchema = z.tuple([z.int(), z.string(), z.string()]);

/** Takes in passage by passage. */
class Collected implements Runs {
  readonly distinct: string[] = [];
  readonly abbreviations = new Map<number, readonly Abbreviation[]>();
  readonly #numbers = new Map<string, number>();
  readonly #passages = new NumberList();
  readonly #texts = new NumberList();
  readonly #words = new NumberList();

  constructor() {
    this.#passages.push(0);
    this.#texts.push(0);
  }

  read({ context, sentences }: LexicalText): void {
    this.#introduce(findAbbreviations(sentences.join(' ')));
    for (const text of [context, ...sentences]) {
      for (const token of tokens(text)) this.#words.push(this.#number(listedWord(token)));
      this.#texts.push(this.#words.length);
    }
    this.#passages.push(this.#texts.length - 1);
  }

  /** @param numbers of each distinct word of another corpus its number here; -1 as long as it has none */
  copy(from: CorpusWords, passage: number, numbers: Int32Array): void {
    this.#introduce(from.abbreviations.get(passage) ?? []);
    const { start, end } = runOf(from.passages, passage);
    for (let text = start; text < end; text++) {
      const last = from.texts[text + 1]!;
      for (let i = from.texts[text]!; i < last; i++) {
        const word = from.words[i]!;
        if (numbers[word]! < 0) numbers[word] = this.#number(from.distinct[word]!);
        this.#words.push(numbers[word]!);
      }
      this.#texts.push(this.#words.length);
    }
    this.#passages.push(this.#texts.length - 1);
  }

  get passages(): Uint32Array {
    return this.#passages.view();
  }

  get texts(): Uint32Array {
    return this.#texts.view();
  }

  get words(): Uint32Array {
    return this.#words.view();
  }

  #number(listed: string): number {
    const known = this.#numbers.get(listed);
    if (known !== undefined) return known;
    const number = this.distinct.push(listed) - 1;
    this.#numbers.set(listed, number);
    return number;
  }

  #introduce(found: readonly Abbreviation[]): void {
    if (found.length > 0) this.abbreviations.set(this.#passages.length - 1, found);
  }
}
