import { canonicalNumber, NUMBER_NAMES } from './numbers.ts';

/** Words whose parts are remembered, so that typing nonsense for ever does not fill the memory. */
const REMEMBERED = 50_000;
const LINKS = ['', 's', 'en', 'e', 'n'];
const SHORTEST_PART = 4;
const SHORTEST_WORD = 8;
/** In paragraphs per million: rarer words are too often slips. */
const LOWEST_FREQUENCY = 5;
/** Ends and beginnings of words that are words themselves, but not in a compound. */
const NO_PARTS = new Set(
  `heid heden lijk lijke lijks ling lingen baar bare isch ische eren erende erend eerde iteit teit atie aties loos loze ende
  ingen tie ties teren tere ters sten ste ver ont ond onder over voor door tegen tussen samen achter vol weer terug rond
  delen deel daar waar hier matig matige achtig achtige waarts zaam zame schap schappen sing sers rende rend gaan gang
  tie ring nissen eerd eert ende rijk rijke dend dende`.split(/\s+/),
);
const SHORT_PARTS = new Set('eu zee wet weg oog arm olie ijs lid nut mis gas kas os top vn zes acht tien'.split(' '));

/** Splits a folded word into the words it is made of; an empty list where it is no compound. */
export type CompoundSplitter = (word: string) => readonly string[];

/**
 * Splits compounds where the geometric mean of the parts' frequencies exceeds the frequency of the whole
 * (Koehn and Knight 2003), with the linking letters of Dutch. `listed`: how frequent a word is, 0 for an unknown word. The last `remembered`
 * words that were split are not split anew.
 */
export function compoundSplitter(listed: (word: string) => number, remembered = REMEMBERED): CompoundSplitter {
  // Word lists count numbers as digits: in a compound ("tweeprocentsnorm") a number word is a word like any other.
  const frequency = (word: string) => listed(word) || (canonicalNumber(word, false) === null ? 0 : LOWEST_FREQUENCY);
  const cache = new Map<string, readonly string[]>();
  const split = (word: string, depth: number): { parts: string[]; mean: number } => {
    let best = { parts: [word], mean: frequency(word) };
    if (depth === 0 || word.length < SHORTEST_WORD) return best;
    for (let at = 2; at <= word.length - SHORTEST_PART; at++) {
      const left = head(word.slice(0, at), frequency);
      if (!left) continue;
      const right = split(word.slice(at), depth - 1);
      if (right.parts.length === 1 && !isPart(word.slice(at), frequency)) continue;
      const count = right.parts.length + 1;
      const mean = Math.exp((Math.log(frequency(left)) + (count - 1) * Math.log(right.mean)) / count);
      if (mean > best.mean) best = { parts: [left, ...right.parts], mean };
    }
    return best;
  };
  return (word) => {
    const known = cache.get(word);
    if (known) return known;
    const { parts } = split(word, 3);
    const result = parts.length > 1 ? parts.map((part) => canonicalNumber(part, false) ?? part) : [];
    cache.set(word, result);
    const [oldest] = cache.keys();
    if (cache.size > remembered && oldest !== undefined) cache.delete(oldest);
    return result;
  };
}

/**
 * Tells of a word whether it can be a compound of none but some words, be they numbers: it begins with one and ends with
 * one. What that rules out need not be split.
 */
export function compoundsOf(words: Iterable<string>): (word: string) => boolean {
  const parts = new Set([...words, ...NUMBER_NAMES, ...SHORT_PARTS].filter(mayBePart));
  const ends = new Set(Array.from(parts, (part) => part.slice(-SHORTEST_PART)));
  return (word) => {
    const { length } = word;
    if (length < SHORTEST_WORD || !ends.has(word.slice(-SHORTEST_PART))) return false;
    let end = length - SHORTEST_PART;
    while (end > 0 && !parts.has(word.slice(end))) end--;
    let start = 1;
    while (start < length && !parts.has(word.slice(0, start))) start++;
    return end > 0 && start < length;
  };
}

/** The most frequent word that the text is, with or without a linking element. */
function head(text: string, frequency: (word: string) => number): string | null {
  let best: string | null = null;
  for (const link of LINKS) {
    const word = text.slice(0, text.length - link.length);
    if (!text.endsWith(link) || !isPart(word, frequency)) continue;
    if (!best || frequency(word) > frequency(best)) best = word;
  }
  return best;
}

function isPart(word: string, frequency: (word: string) => number): boolean {
  return SHORT_PARTS.has(word) || (mayBePart(word) && frequency(word) >= LOWEST_FREQUENCY);
}

/** Whether it can matter to how words with it in them are split how frequent a word is. */
export function mayDecideSplits(word: string): boolean {
  return SHORT_PARTS.has(word) || word.length >= SHORTEST_PART;
}

/** Whether a word that is frequent enough is one that compounds are made of. */
function mayBePart(word: string): boolean {
  return SHORT_PARTS.has(word) || (word.length >= SHORTEST_PART && !NO_PARTS.has(word));
}
