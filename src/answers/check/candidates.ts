import type { LetterWords } from './letter-words.ts';

/** So many words in a row are looked up together; fewer for a claim that has no more. */
const IN_A_ROW = 3;
const AT_LEAST = 2;
/** Places that are looked at closely for each claim. */
const MOST_CANDIDATES = 4;
/** Rows of words that so many claims share say nothing of any of them. */
const MOST_SHARED = 50;

/** A place in a letter that shares words in a row with a claim. */
export interface Candidate {
  readonly words: LetterWords;
  /** Number of the word where the claim would begin; below 0 where that lies before the letter. */
  readonly from: number;
  readonly shared: number;
}

/** For each claim, places that share most words in a row with it; best first. */
export interface Candidates {
  /** Looks through one letter. Takes time linear in its length. */
  add(letter: LetterWords): void;
  of(claim: number): readonly Candidate[];
}

/** @param claims the words of each claim, in every way in which they may be read */
export function createCandidates(claims: readonly (readonly (readonly string[])[])[]): Candidates {
  // Words by number, from 1: a row of them is one number, and other words of the letters are passed over.
  const numbers = new Map<string, number>();
  for (const word of claims.flat(2)) if (!numbers.has(word)) numbers.set(word, numbers.size + 1);
  const base = numbers.size + 1;
  const rows = new Map<number, { claim: number; at: number }[]>();
  const lengths = claims.map(([first = []]) => first.length);
  // Short ones first: longer ones have other rows where one is shared by too many.
  const shortFirst = claims.flatMap((forms, claim) =>
    forms.map((words) => ({ claim, words: words.map((word) => numbers.get(word) ?? 0) })),
  );
  shortFirst.sort((a, b) => a.words.length - b.words.length);
  for (const { claim, words } of shortFirst) {
    const inARow = Math.min(IN_A_ROW, words.length);
    for (let at = 0; inARow >= AT_LEAST && at + inARow <= words.length; at++) {
      const key = keyAt(words, at, inARow, base);
      const known = rows.get(key);
      if (!known) rows.set(key, [{ claim, at }]);
      else if (known.length < MOST_SHARED && known.at(-1)?.claim !== claim) known.push({ claim, at });
    }
  }
  const best = new Map<number, Candidate[]>();
  const keep = (claim: number, candidate: Candidate): void => {
    const kept = best.get(claim) ?? [];
    if (kept.length === MOST_CANDIDATES && candidate.shared <= (kept.at(-1)?.shared ?? 0)) return;
    kept.push(candidate);
    kept.sort((a, b) => b.shared - a.shared);
    if (kept.length > MOST_CANDIDATES) kept.pop();
    best.set(claim, kept);
  };
  return {
    add(letter) {
      const words = letter.words.map(({ form }) => numbers.get(form) ?? 0);
      // Rows that lie as far apart in the claim as in the letter count together; so do those a few words off.
      const counts = new Map<number, Map<number, number>>();
      const count = ({ claim, at }: { claim: number; at: number }, place: number): void => {
        const bins = counts.get(claim) ?? new Map<number, number>();
        const bin = Math.floor((place - at) / slack(lengths[claim] ?? 0));
        bins.set(bin, (bins.get(bin) ?? 0) + 1);
        counts.set(claim, bins);
      };
      words.forEach((word, place) => {
        if (word === 0 || !words[place + 1]) return;
        for (const hit of rows.get(keyAt(words, place, AT_LEAST, base)) ?? []) count(hit, place);
        if (!words[place + 2]) return;
        for (const hit of rows.get(keyAt(words, place, IN_A_ROW, base)) ?? []) count(hit, place);
      });
      for (const [claim, bins] of counts) {
        const width = slack(lengths[claim] ?? 0);
        for (const [bin, own] of bins)
          keep(claim, { words: letter, from: bin * width, shared: own + (bins.get(bin + 1) ?? 0) });
      }
    },
    of: (claim) => best.get(claim) ?? [],
  };
}

/** How far words may have moved, in words: what was put in or left out moves all that follows. */
export function slack(words: number): number {
  return Math.max(4, Math.ceil(words / 4));
}

/** One number for some words in a row; exact, for a draft has far fewer than 200,000 different words (the cube root of 2^53). */
function keyAt(words: readonly number[], at: number, inARow: number, base: number): number {
  const [first = 0, second = 0, third = 0] = [words[at], words[at + 1], inARow === IN_A_ROW ? words[at + 2] : 0];
  return (first * base + second) * base + third;
}
