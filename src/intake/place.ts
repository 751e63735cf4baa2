import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { paperSlugs } from '../letters/papers.ts';
import { parseLetter } from '../letters/parse.ts';
import type { Sidecar } from '../letters/sidecar.ts';
import type { Letter } from '../letters/types.ts';
import { sidecarOf } from '../letters/walk.ts';
import { writeAtomically } from '../write-atomically.ts';
import { letterFile } from './shelf/names.ts';
import { type Shelf, shelve, type Twin } from './shelf/shelf.ts';
import { readSidecar, sidecarFor } from './shelf/sidecar-file.ts';
import { STANDARD_INPUT } from './sources.ts';
import type { Converted } from './types.ts';

export interface PlaceOptions {
  readonly lettersDir: string;
  /** A letter that is there already is overwritten by its copy. */
  readonly replace: boolean;
  /** Nothing is written. */
  readonly dryRun: boolean;
}

/** Where a letter comes from. */
export interface Origin {
  /** Of the bytes of its file. */
  readonly sha256: string;
  /** Where it goes within the letters folder, with forward slashes; empty for the folder itself. */
  readonly folder: string;
}

/** What became of one letter. */
export interface Placed {
  /** `known`: it is there already, and was left as it is. */
  readonly status: 'added' | 'replaced' | 'known';
  readonly from: Converted;
  /** Path relative to the letters folder: of the letter, or of the one it is a copy of. */
  readonly file: string;
  readonly twin: Twin | null;
  readonly letter: Letter;
}

/** The letters that were there before, and those that came since. */
export interface Shelves {
  readonly before: Shelf;
  readonly added: Shelf;
}

/** Writes one letter into the letters folder, a text file and a sidecar, unless it is there already. */
export async function place(
  from: Converted,
  { sha256, folder }: Origin,
  { before, added }: Shelves,
  options: PlaceOptions,
): Promise<Placed> {
  const parsed = parseLetter({ file: from.name, source: from.text, sidecar: from.facts });
  const called = from.name === STANDARD_INPUT ? titleAsName(parsed) : from.name;
  const free = letterFile(called, folder, (file) => before.has(file) || added.has(file));
  const shelved = shelve(parsed, sha256);
  const sibling = added.twinOf(shelved);
  const twin = sibling ?? before.twinOf(shelved);
  // Of two copies that come together the first is taken.
  if (twin && (sibling || !options.replace)) {
    return { status: 'known', from, file: twin.file, twin, letter: parsed };
  }
  const file = twin?.file ?? free;
  const written = await readSidecar(options.lettersDir, file);
  const sidecar = sidecarFor(from, sha256, written);
  // What a person wrote there wins; where nobody did, the letter is as it was read.
  const isSame = Object.keys(written).length === 0;
  const letter = isSame ? { ...parsed, file } : parseLetter({ file, source: from.text, sidecar });
  if (!options.dryRun) await write(options.lettersDir, letter, sidecar);
  added.add(isSame ? { ...shelved, file } : shelve(letter, sha256));
  return { status: twin ? 'replaced' : 'added', from, file, twin, letter };
}

/** "kst-28676-348", or its title: what comes without a name is named after what it says. */
function titleAsName({ title, metadata }: Letter): string {
  const [, slug] = metadata.number === null ? [] : paperSlugs(metadata);
  return `${slug ? `kst-${slug}` : title}.txt`;
}

/**
 * The sidecar first: a sidecar without its letter is passed over, a letter without its sidecar is read wrongly. Where the
 * letter can't be written the sidecar becomes what it was.
 */
async function write(lettersDir: string, { file, source }: Letter, sidecar: Sidecar): Promise<void> {
  const beside = path.join(lettersDir, sidecarOf(file));
  const before = await readFile(beside, 'utf8').catch(() => null);
  await writeAtomically(beside, `${JSON.stringify(sidecar, null, 2)}\n`);
  try {
    await writeAtomically(path.join(lettersDir, file), source);
  } catch (error) {
    await (before === null ? rm(beside, { force: true }) : writeAtomically(beside, before)).catch(() => {});
    throw error;
  }
}
