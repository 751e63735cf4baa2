/** How often words are written, in a body of letters: what decides whether a hyphen at a line end belongs to the word. */
export interface Vocabulary {
  /** Occurrences of a word as a whole, whatever its case; words with inner hyphens count as one. */
  count(word: string): number;
  /** Whether the word is written as an abbreviation in running text ("NAVO"). */
  isAcronym(word: string): boolean;
}

const WORD = /[\p{L}\p{N}]+(?:[-‐‑’'][\p{L}\p{N}]+)*/gu;
const HYPHEN = /[-‐‑\u00AD]/u;
const AT_LINE_END = /^[-‐‑\u00AD][^\S\n\r\f]*(?:[\n\r\f]|$)/u;
const AFTER_LINE_END = /[-‐‑\u00AD]\s*$/u;
const UPPER = /\p{Lu}/u;
const HYPHENS = /[‐‑]/g;

/** Words of letters that come and go, counted. Words cut by a line-end hyphen are left out: they are what is to be decided. */
export class WordCounts implements Vocabulary {
  readonly #counts: Map<string, number>;
  readonly #capitals: Map<string, number>;

  /**
   * @param counts of each word, folded, how often it is written
   * @param capitals how often in capitals
   */
  constructor(counts: Iterable<readonly [string, number]> = [], capitals: Iterable<readonly [string, number]> = []) {
    this.#counts = new Map(counts);
    this.#capitals = new Map(capitals);
  }

  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  get capitals(): ReadonlyMap<string, number> {
    return this.#capitals;
  }

  add(source: string): void {
    this.#change(source, 1);
  }

  /** @param source one that was added */
  remove(source: string): void {
    this.#change(source, -1);
  }

  count(word: string): number {
    return this.#counts.get(fold(word)) ?? 0;
  }

  isAcronym(word: string): boolean {
    const folded = fold(word);
    return (this.#capitals.get(folded) ?? 0) * 2 > (this.#counts.get(folded) ?? 0);
  }

  #change(source: string, by: 1 | -1): void {
    for (const match of source.matchAll(WORD)) {
      const word = match[0];
      const end = match.index + word.length;
      const [before, behind] = [source.slice(Math.max(0, match.index - 8), match.index), source.slice(end, end + 8)];
      if (HYPHEN.test(behind) && AT_LINE_END.test(behind)) continue;
      if (HYPHEN.test(before) && AFTER_LINE_END.test(before)) continue;
      const folded = fold(word);
      bump(this.#counts, folded, by);
      if (word.length > 1 && UPPER.test(word) && word === word.toUpperCase()) bump(this.#capitals, folded, by);
    }
  }
}

/** Counts the words of all sources. */
export function buildVocabulary(sources: Iterable<string>): WordCounts {
  const words = new WordCounts();
  for (const source of sources) words.add(source);
  return words;
}

function bump(counts: Map<string, number>, word: string, by: number): void {
  const count = (counts.get(word) ?? 0) + by;
  if (count === 0) counts.delete(word);
  else counts.set(word, count);
}

function fold(word: string): string {
  return word.toLowerCase().replace(HYPHENS, '-');
}
