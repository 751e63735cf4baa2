import { words } from '../packed.ts';
import { stem } from './stem.ts';
import { wordList } from './word-list.ts';

/** What general Dutch has of a stem. */
export interface ListedStem {
  /** Its words, as they are listed. */
  readonly words: string[];
  /** In how many paragraphs per million any of them occurs. */
  frequency: number;
}

let known: ReadonlyMap<string, Readonly<ListedStem>> | null = null;

/** The stems of all listed Dutch words; worked out once. */
export function listedStems(): ReadonlyMap<string, Readonly<ListedStem>> {
  known ??= byStem([...wordList('nl').keys()].map(stem.nl));
  return known;
}

/** Whether they are worked out, or recalled. */
export function areStemsListed(): boolean {
  return known !== null;
}

/** The stem of each listed word, for `recallListedStems`. */
export function packListedStems(): Uint8Array {
  return words.pack([...wordList('nl').keys()].map(stem.nl));
}

/** Takes what `packListedStems` gave before, of the same list by the same rules. */
export function recallListedStems(packed: Uint8Array): void {
  known = byStem(words.unpack(packed));
}

/** @param each of each listed word its stem */
function byStem(each: readonly string[]): Map<string, ListedStem> {
  const stems = new Map<string, ListedStem>();
  for (const [i, [word, frequency]] of [...wordList('nl')].entries()) {
    const key = each[i] ?? stem.nl(word);
    const listed = stems.get(key);
    if (!listed) stems.set(key, { words: [word], frequency });
    else {
      listed.words.push(word);
      listed.frequency += frequency;
    }
  }
  return stems;
}
