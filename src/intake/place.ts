import { lstat, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { paperSlugs } from '../letters/papers.ts';
import { parseLetter } from '../letters/parse.ts';
import type { Sidecar } from '../letters/sidecar.ts';
import type { Letter } from '../letters/types.ts';
import { sidecarOf } from '../letters/walk.ts';
import { createAtomically, writeAtomically } from '../write-atomically.ts';
import { putSidecarAside } from './put-aside.ts';
import { letterFile } from './shelf/names.ts';
import { type Shelf, shelve, type Twin } from './shelf/shelf.ts';
import { readSidecar, readStray, sidecarFor, writtenIn } from './shelf/sidecar-file.ts';
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

/** A letter that is to be written. */
interface Incoming {
  readonly from: Converted;
  readonly sha256: string;
  /** As it was read, without what a person wrote of it. */
  readonly parsed: Letter;
}

/** The checksum of no file, as long as a letter is being replaced of which none is known. */
const UNFINISHED = 'unfinished';

/** A letter under the name it gets. */
interface Named {
  readonly letter: Letter;
  readonly sidecar: Sidecar;
}

/**
 * Writes one letter into the letters folder, a text file and a sidecar, unless it is there already.
 *
 * @throws LetterError where it, or the sidecar of the letter that it replaces, can't be read
 */
export async function place(
  from: Converted,
  { sha256, folder }: Origin,
  { before, added }: Shelves,
  options: PlaceOptions,
): Promise<Placed> {
  const parsed = parseLetter({ file: from.name, source: from.text, sidecar: from.facts });
  const shelved = shelve(parsed, sha256);
  const sibling = added.twinOf(shelved);
  const twin = sibling ?? before.twinOf(shelved);
  // Of two copies that come together the first is taken.
  if (twin && (sibling || !options.replace)) {
    return { status: 'known', from, file: twin.file, twin, letter: parsed };
  }
  const incoming = { from, sha256, parsed };
  const isTaken = (file: string): boolean => before.has(file) || added.has(file);
  const letter = twin ? await replace(twin.file, incoming, options) : await create(folder, isTaken, incoming, options);
  added.add(shelve(letter, sha256));
  return { status: twin ? 'replaced' : 'added', from, file: letter.file, twin, letter };
}

/** What a person wrote in the sidecar wins; where nobody did, the letter is as it was read. */
function named(file: string, { from, sha256, parsed }: Incoming, before: Sidecar): Named {
  const sidecar = sidecarFor(from, sha256, before);
  const isSame = Object.keys(writtenIn(before)).length === 0;
  return { letter: isSame ? { ...parsed, file } : parseLetter({ file, source: from.text, sidecar }), sidecar };
}

/**
 * Overwrites a letter. The sidecar first: a sidecar without its letter is passed over, a letter without its sidecar is
 * read wrongly. Where the letter can't be written the sidecar becomes what it was. The checksum of the file last: who is
 * killed before leaves none that vouches for a letter which never came.
 */
async function replace(file: string, incoming: Incoming, { lettersDir, dryRun }: PlaceOptions): Promise<Letter> {
  const known = await readSidecar(lettersDir, file);
  const { letter, sidecar } = named(file, incoming, known);
  if (dryRun) return letter;
  const beside = path.join(lettersDir, sidecarOf(file));
  const before = await textOf(beside);
  await writeAtomically(beside, written(sidecarFor(incoming.from, known.source?.sha256 ?? UNFINISHED, known)));
  await orElse(writeAtomically(path.join(lettersDir, file), letter.source), () => restore(beside, before));
  await writeAtomically(beside, written(sidecar));
  return letter;
}

/** Writes a new letter under the first name that nothing has: not even a file that could not be read, or came meanwhile. */
async function create(
  folder: string,
  isTaken: (file: string) => boolean,
  incoming: Incoming,
  { lettersDir, dryRun }: PlaceOptions,
): Promise<Letter> {
  const { name } = incoming.from;
  const called = name === STANDARD_INPUT ? titleAsName(incoming.parsed) : name;
  const taken = new Set<string>();
  for (;;) {
    const file = letterFile(called, folder, (one) => isTaken(one) || taken.has(one));
    taken.add(file);
    if (await exists(path.join(lettersDir, file))) continue;
    const stray = await readStray(lettersDir, file, incoming.sha256);
    const made = named(file, incoming, stray ?? {});
    if (dryRun) return made.letter;
    if (stray === null) await putSidecarAside(lettersDir, file);
    if (await writeNew(lettersDir, made)) return made.letter;
  }
}

/** Writes a letter and its sidecar, that first; false, and nothing is written, where something has the letter's name. */
async function writeNew(lettersDir: string, { letter: { file, source }, sidecar }: Named): Promise<boolean> {
  const beside = path.join(lettersDir, sidecarOf(file));
  const before = await textOf(beside);
  if (before !== null) await writeAtomically(beside, written(sidecar));
  else if (!(await createAtomically(beside, written(sidecar)))) return false;
  const undo = () => restore(beside, before);
  const isNew = await orElse(createAtomically(path.join(lettersDir, file), source), undo);
  if (!isNew) await undo();
  return isNew;
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}

function written(sidecar: Sidecar): string {
  return `${JSON.stringify(sidecar, null, 2)}\n`;
}

/** What comes of some work, which is undone as far as that can be where it fails. */
async function orElse<T>(work: Promise<T>, undo: () => Promise<void>): Promise<T> {
  return work.catch(async (error: unknown) => {
    await undo();
    throw error;
  });
}

async function restore(file: string, before: string | null): Promise<void> {
  await (before === null ? rm(file, { force: true }) : writeAtomically(file, before)).catch(() => {});
}

/** "kst-28676-348", or its title: what comes without a name is named after what it says. */
function titleAsName({ title, metadata }: Letter): string {
  const [, slug] = metadata.number === null ? [] : paperSlugs(metadata);
  return `${slug ? `kst-${slug}` : title}.txt`;
}
