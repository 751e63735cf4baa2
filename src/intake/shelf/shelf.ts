import type { Letter } from '../../letters/types.ts';
import { resemblance, type Sketch, sketchOf } from './similar.ts';

/** Two texts that share at least this much are one letter, but for its layout or a corrected word. */
const SAME_TEXT = 0.75;
/**
 * Of so many smallest hashes two such texts share twelve or so, and fewer than three once in ten million times. Only with
 * letters that share three is a text compared, so that a shelf of thousands takes no longer to search than one of ten.
 */
const LOOKED_AT = 16;
const SHARED = 3;

/** A letter in the folder, as far as it takes to know it again. */
export interface Shelved {
  /** Path relative to the letters folder. */
  readonly file: string;
  readonly title: string;
  readonly sketch: Sketch;
  /** Dossiers and number where both are stated: "28 676 348". */
  readonly papers: readonly string[];
  readonly letterDate: string | null;
  /** Checksum of the file it was taken in from; null where that is not known. */
  readonly sha256: string | null;
}

export interface Twin {
  readonly file: string;
  readonly title: string;
  /** Whether it bears the same number, holds nearly the same text, or came from the very same file. */
  readonly by: 'number' | 'text' | 'file';
}

export function shelve({ file, title, source, metadata }: Letter, sha256: string | null): Shelved {
  const { dossiers, number, inferred, letterDate } = metadata;
  const isStated = (name: string): boolean => !inferred.some(({ field }) => field === name);
  const known = number !== null && isStated('dossiers') && isStated('number');
  return {
    file,
    title,
    sketch: sketchOf(source),
    papers: known ? dossiers.map((dossier) => `${dossier} ${number}`) : [],
    letterDate: isStated('letterDate') ? letterDate : null,
    sha256,
  };
}

/** Letters by what they are known again by. */
export class Shelf {
  readonly #letters: Shelved[] = [];
  readonly #files = new Set<string>();
  readonly #byPaper = new Map<string, Shelved>();
  readonly #byFile = new Map<string, Shelved[]>();
  /** Numbers in `#letters`, by each of a letter's smallest hashes. */
  readonly #byHash = new Map<number, number[]>();

  /** @param names of all files that are there, also of those that are no letters or can't be read */
  constructor(letters: readonly Shelved[] = [], names: readonly string[] = []) {
    for (const letter of letters) this.add(letter);
    for (const name of names) this.#files.add(name.toLowerCase());
  }

  add(letter: Shelved): void {
    const at = this.#letters.push(letter) - 1;
    this.#files.add(letter.file.toLowerCase());
    for (const paper of letter.papers) if (!this.#byPaper.has(paper)) this.#byPaper.set(paper, letter);
    if (letter.sha256 !== null) append(this.#byFile, letter.sha256, letter);
    for (const hash of letter.sketch.slice(0, LOOKED_AT)) append(this.#byHash, hash, at);
  }

  /** Whether a file has that name, whatever its case. */
  has(file: string): boolean {
    return this.#files.has(file.toLowerCase());
  }

  /** The letters that came from a file with this checksum. */
  from(sha256: string): readonly Shelved[] {
    return this.#byFile.get(sha256) ?? [];
  }

  /** The letter that this one is a copy of: by its number as a parliamentary paper, else by its text. */
  twinOf(letter: Shelved): Twin | null {
    const [numbered] = letter.papers.flatMap((paper) => this.#byPaper.get(paper) ?? []);
    if (numbered) return { file: numbered.file, title: numbered.title, by: 'number' };
    const alike = this.#alike(letter).find(
      (one) => !differs(one, letter) && resemblance(one.sketch, letter.sketch) >= SAME_TEXT,
    );
    return alike ? { file: alike.file, title: alike.title, by: 'text' } : null;
  }

  /** Letters that may hold nearly the same text, those that came first in front. */
  #alike({ sketch }: Shelved): Shelved[] {
    const looked = sketch.slice(0, LOOKED_AT);
    const shared = new Map<number, number>();
    for (const hash of looked) for (const at of this.#byHash.get(hash) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const needed = Math.min(SHARED, Math.ceil(looked.length / 2));
    const candidates = [...shared].flatMap(([at, count]) => (count >= needed ? [at] : []));
    return candidates.sort((a, b) => a - b).flatMap((at) => this.#letters[at] ?? []);
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

/** Standard letters are alike in everything but their number and date. */
function differs(one: Shelved, other: Shelved): boolean {
  if (one.papers.length > 0 && other.papers.length > 0) return true;
  return one.letterDate !== null && other.letterDate !== null && one.letterDate !== other.letterDate;
}
