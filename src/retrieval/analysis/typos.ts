/** A known word that a misspelt one may stand for, and how many slips lie between them. */
export interface Correction {
  readonly word: string;
  readonly distance: number;
}

interface Known {
  readonly word: string;
  readonly letters: number;
}

/** Finds words of a vocabulary by edit distance (Damerau 1964: one slip drops, adds, changes or swaps letters). */
export class SpellingIndex {
  readonly #byLength = new Map<number, Known[]>();

  constructor(vocabulary: Iterable<string>) {
    for (const word of vocabulary) {
      if (word.length < 4 || /\d/.test(word)) continue;
      const known = { word, letters: letterSet(word) };
      const list = this.#byLength.get(word.length);
      if (list) list.push(known);
      else this.#byLength.set(word.length, [known]);
    }
  }

  /** The nearest words, nearest first, at most `limit`: one slip from four letters on, two from seven on. */
  correct(word: string, limit = 3): Correction[] {
    const allowed = word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0;
    if (allowed === 0) return [];
    const letters = letterSet(word);
    const found: Correction[] = [];
    for (let length = word.length - allowed; length <= word.length + allowed; length++) {
      for (const known of this.#byLength.get(length) ?? []) {
        if (bits(letters ^ known.letters) > 2 * allowed) continue;
        const distance = editDistance(word, known.word, allowed);
        if (distance <= allowed) found.push({ word: known.word, distance });
      }
    }
    const start = (candidate: Correction) => (candidate.word[0] === word[0] ? 0 : 1);
    found.sort((a, b) => a.distance + start(a) - b.distance - start(b) || (a.word < b.word ? -1 : 1));
    return found.slice(0, limit);
  }
}

/** Optimal string alignment distance; gives up and returns `limit + 1` beyond the limit. */
export function editDistance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(previous, j) + 1, at(row, j - 1) + 1, at(previous, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, at(before, j - 2) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    before = previous;
    previous = row;
  }
  return Math.min(at(previous, b.length), limit + 1);
}

/** A distance in a row; beyond its ends nothing can be reached. */
function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}

function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) % 31);
  return set;
}

function bits(value: number): number {
  let count = 0;
  for (let rest = value; rest !== 0; rest &= rest - 1) count++;
  return count;
}
