import { Fates, pairOf } from './fates.ts';
import type { HyphenFate } from './hyphens.ts';
import type { LetterInput, parseLetter } from './parse.ts';
import type { Letter } from './types.ts';
import { buildVocabulary, type WordCounts } from './vocabulary.ts';

/** What a letter was read by, beside its text. */
export interface Grounds {
  /** Its sidecar as JSON; empty where it has none. */
  readonly sidecar: string;
  /** The pairs of halves at line ends that were decided about. */
  readonly pairs: readonly string[];
}

/** How letters were read: what tells of each whether it would be read the same again, among other letters. */
export interface Reading {
  /** Of each letter. */
  readonly grounds: readonly Grounds[];
  /** What became of each pair. */
  readonly fates: ReadonlyMap<string, HyphenFate>;
  /** The words of these letters; null where no pair asked for them, or a letter that was left out counted too. */
  readonly words: WordCounts | null;
}

/** Letters as this same program read them before. */
export interface ReadBefore extends Reading {
  readonly letters: readonly Letter[];
}

/**
 * Reads the letters of one body. One that was read before, with this text and this sidecar, is not read again, unless what
 * became of one of its line-end hyphens changes with the words of the others.
 */
export class LetterReader {
  readonly #parse: typeof parseLetter;
  readonly #fates: Fates;
  readonly #before: ReadBefore | null;
  readonly #placeBefore: ReadonlyMap<string, number>;
  readonly #grounds = new Map<Letter, Grounds>();
  readonly #sources: readonly string[];

  /**
   * @param sources the texts of all letters, each once
   * @param before is used up: its words become those of these letters
   */
  constructor(sources: readonly string[], before: ReadBefore | null, parse: typeof parseLetter) {
    this.#parse = parse;
    this.#before = before;
    this.#placeBefore = new Map(before?.letters.map(({ source }, place) => [source, place]));
    this.#sources = sources;
    this.#fates = new Fates(() => this.#countWords());
  }

  /** @throws LetterError as `parseLetter` does */
  read(input: LetterInput): Letter {
    const sidecar = input.sidecar ? JSON.stringify(input.sidecar) : '';
    const pairs = new Set<string>();
    const decide = (left: string, right: string): HyphenFate => {
      const pair = pairOf(left, right);
      pairs.add(pair);
      return this.#fates.of(pair);
    };
    const same = this.#readBefore(input, sidecar);
    const letter = same?.letter ?? this.#parse({ ...input, decide });
    this.#grounds.set(letter, same?.grounds ?? { sidecar, pairs: [...pairs] });
    return letter;
  }

  /** @param letters those that were read and are not left out */
  readingOf(letters: readonly Letter[]): Reading {
    return {
      grounds: letters.map((letter) => this.#grounds.get(letter) ?? { sidecar: '', pairs: [] }),
      fates: this.#fates.decided,
      words: letters.length === this.#sources.length ? this.#fates.words : null,
    };
  }

  #readBefore({ file, source }: LetterInput, sidecar: string): { letter: Letter; grounds: Grounds } | null {
    const place = this.#placeBefore.get(source) ?? -1;
    const letter = this.#before?.letters[place];
    const grounds = this.#before?.grounds[place];
    if (!letter || grounds?.sidecar !== sidecar) return null;
    if (grounds.pairs.some((pair) => this.#fates.of(pair) !== this.#before?.fates.get(pair))) return null;
    return { letter: { ...letter, file, source }, grounds };
  }

  /** From the words of the letters before, where they are known: few letters come and go. */
  #countWords(): WordCounts {
    const { words, letters } = this.#before ?? {};
    if (!words || !letters) return buildVocabulary(this.#sources);
    const now = new Set(this.#sources);
    for (const source of this.#sources) if (!this.#placeBefore.has(source)) words.add(source);
    for (const { source } of letters) if (!now.has(source)) words.remove(source);
    return words;
  }
}
