import { existsSync } from 'node:fs';
import path from 'node:path';
import { areStemsListed, packListedStems, recallListedStems } from '../retrieval/analysis/listed-stems.ts';
import { analysed, isAnalysed, recallAnalysed } from '../retrieval/lexical/analysed-thesaurus.ts';
import { loadAnalysed, packAnalysed } from '../retrieval/lexical/packed-thesaurus.ts';
import { bundledThesaurus } from '../retrieval/lexical/thesaurus.ts';
import { readSealed, writeSealed } from './sealed-file.ts';

/**
 * What the program works out of its own word list and thesaurus whatever the letters, beside the index: as long as a small
 * update takes. It only ever spares work, and can be removed at any time.
 */
export const KNOWN_LANGUAGE = 'language-seen.bin';

/**
 * Recalls it, unless this process knows it already.
 * @returns whether it lies beside the index; where it does not, it is worked out when it is needed
 */
export async function knowLanguage(indexDir: string): Promise<boolean> {
  const isKnown = areStemsListed() && isAnalysed(bundledThesaurus());
  return isKnown ? existsSync(path.join(indexDir, KNOWN_LANGUAGE)) : recallLanguage(indexDir);
}

/** @returns whether it is there and whole */
export async function recallLanguage(indexDir: string): Promise<boolean> {
  const data = await readSealed(indexDir, KNOWN_LANGUAGE, '');
  if (!data) return false;
  recallListedStems(data.u8('stems'));
  recallAnalysed(bundledThesaurus(), loadAnalysed(data.u8('thesaurus')));
  return true;
}

let packed: Readonly<Record<'stems' | 'thesaurus', Uint8Array>> | null = null;

export async function keepLanguage(indexDir: string): Promise<void> {
  packed ??= { stems: packListedStems(), thesaurus: packAnalysed(analysed(bundledThesaurus())) };
  await writeSealed(indexDir, KNOWN_LANGUAGE, '', packed);
}
