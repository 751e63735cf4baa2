import { dataFile } from '../data-file.ts';

const STOP_WORDS: ReadonlySet<string> = new Set(
  ['nl', 'en'].flatMap((language) => dataFile(`stop-words.${language}.txt`).trim().split('\n')),
);

/** Whether a folded word of either language says nothing about a subject. */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}
