import { LettersFolderError } from '../../letters/errors.ts';
import { readLetters } from '../../letters/read.ts';
import type { Letter } from '../../letters/types.ts';
import { resemblance, type Sketch, sketchOf } from './similar.ts';

/** Two texts that share at least this much are one letter, but for its layout or a corrected word. */
const SAME_TEXT = 0.75;

/** A letter in the folder, as far as it takes to know it again. */
export interface Shelved {
  /** Path relative to the letters folder. */
  readonly file: string;
  readonly title: string;
  readonly sketch: Sketch;
  /** Dossiers and number where both are stated: "28 676 348". */
  readonly papers: readonly string[];
  readonly letterDate: string | null;
}

export interface Twin {
  readonly file: string;
  readonly title: string;
  /** Whether it bears the same number or holds nearly the same text. */
  readonly by: 'number' | 'text';
}

/**
 * The letters of a folder; none where it is not there yet.
 *
 * @throws LetterError where a letter in it cannot be read, or it is no folder.
 */
export async function readShelf(folder: string): Promise<Shelved[]> {
  try {
    return (await readLetters(folder)).letters.map(shelve);
  } catch (error) {
    if (error instanceof LettersFolderError && error.reason !== 'not_a_folder') return [];
    throw error;
  }
}

export function shelve({ file, title, source, metadata }: Letter): Shelved {
  const { dossiers, number, inferred, letterDate } = metadata;
  const isStated = (name: string): boolean => !inferred.some(({ field }) => field === name);
  const known = number !== null && isStated('dossiers') && isStated('number');
  return {
    file,
    title,
    sketch: sketchOf(source),
    papers: known ? dossiers.map((dossier) => `${dossier} ${number}`) : [],
    letterDate: isStated('letterDate') ? letterDate : null,
  };
}

/** The letter on the shelf that this one is a copy of: by its number as a parliamentary paper, else by its text. */
export function twinOf(letter: Shelved, shelf: readonly Shelved[]): Twin | null {
  const numbered = shelf.find(({ papers }) => papers.some((paper) => letter.papers.includes(paper)));
  if (numbered) return { file: numbered.file, title: numbered.title, by: 'number' };
  const alike = shelf.find((one) => !differs(one, letter) && resemblance(one.sketch, letter.sketch) >= SAME_TEXT);
  return alike ? { file: alike.file, title: alike.title, by: 'text' } : null;
}

/** Standard letters are alike in everything but their number and date. */
function differs(one: Shelved, other: Shelved): boolean {
  if (one.papers.length > 0 && other.papers.length > 0) return true;
  return one.letterDate !== null && other.letterDate !== null && one.letterDate !== other.letterDate;
}
