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
  known ??= stemsOf(wordList('nl'));
  return known;
}

function stemsOf(list: ReadonlyMap<string, number>): Map<string, ListedStem> {
  const stems = new Map<string, ListedStem>();
  for (const [word, frequency] of list) {
    const key = stem.nl(word);
    const listed = stems.get(key);
    if (!listed) stems.set(key, { words: [word], frequency });
    else {
      listed.words.push(word);
      listed.frequency += frequency;
    }
  }
  return stems;
}
