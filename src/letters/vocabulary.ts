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

/** Counts the words of all sources. Words cut by a line-end hyphen are left out: they are what is to be decided. */
export function buildVocabulary(sources: Iterable<string>): Vocabulary {
  const counts = new Map<string, number>();
  const capitals = new Map<string, number>();
  const bump = (map: Map<string, number>, word: string): void => void map.set(word, (map.get(word) ?? 0) + 1);
  for (const source of sources) {
    for (const match of source.matchAll(WORD)) {
      const word = match[0];
      const end = match.index + word.length;
      const [before, behind] = [source.slice(Math.max(0, match.index - 8), match.index), source.slice(end, end + 8)];
      if (HYPHEN.test(behind) && AT_LINE_END.test(behind)) continue;
      if (HYPHEN.test(before) && AFTER_LINE_END.test(before)) continue;
      const folded = fold(word);
      bump(counts, folded);
      if (word.length > 1 && UPPER.test(word) && word === word.toUpperCase()) bump(capitals, folded);
    }
  }
  return {
    count: (word) => counts.get(fold(word)) ?? 0,
    isAcronym: (word) => {
      const folded = fold(word);
      return (capitals.get(folded) ?? 0) * 2 > (counts.get(folded) ?? 0);
    },
  };
}

function fold(word: string): string {
  return word.toLowerCase().replace(HYPHENS, '-');
}
