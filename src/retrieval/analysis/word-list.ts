import { dataFile } from '../data-file.ts';
import type { Language } from '../types.ts';

/** How often each word occurs, in paragraphs per million of ordinary and official text. */
export type WordList = ReadonlyMap<string, number>;

const loaded = new Map<Language, WordList>();

/** The words of a language, folded, with their frequencies; read once from `data/words.*.tsv`. */
export function wordList(language: Language): WordList {
  const known = loaded.get(language);
  if (known) return known;
  const lines = dataFile(`words.${language}.tsv`).split('\n').slice(1);
  const list = new Map<string, number>();
  for (const line of lines) {
    const tab = line.indexOf('\t');
    if (tab > 0) list.set(line.slice(0, tab), Number(line.slice(tab + 1)));
  }
  loaded.set(language, list);
  return list;
}
