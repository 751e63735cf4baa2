import { packListedStems, recallListedStems } from '../retrieval/analysis/listed-stems.ts';
import { analysed, recallAnalysed } from '../retrieval/lexical/analysed-thesaurus.ts';
import { loadAnalysed, packAnalysed } from '../retrieval/lexical/packed-thesaurus.ts';
import { bundledThesaurus } from '../retrieval/lexical/thesaurus.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * What the program works out of its own word list and thesaurus whatever the letters, beside the index: as long as a small
 * update takes. It only ever spares work, and can be removed at any time.
 */
export const KNOWN_LANGUAGE = 'language-seen.bin';

/** @returns whether it is there; else it is worked out when it is needed */
export async function recallLanguage(indexDir: string): Promise<boolean> {
  const data = await readSealed(indexDir, KNOWN_LANGUAGE, '');
  if (!data) return false;
  recallListedStems(data.u8('stems'));
  recallAnalysed(bundledThesaurus(), loadAnalysed(data.u8('thesaurus')));
  return true;
}

export async function keepLanguage(indexDir: string): Promise<void> {
  const thesaurus = packAnalysed(analysed(bundledThesaurus()));
  await writeSealed(indexDir, KNOWN_LANGUAGE, '', { stems: packListedStems(), thesaurus });
}
