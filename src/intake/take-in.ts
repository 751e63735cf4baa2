import path from 'node:path';
import { paperSlugs } from '../letters/papers.ts';
import { parseLetter } from '../letters/parse.ts';
import type { Sidecar } from '../letters/sidecar.ts';
import type { Letter } from '../letters/types.ts';
import { sidecarOf } from '../letters/walk.ts';
import { writeAtomically } from '../write-atomically.ts';
import { convert } from './convert.ts';
import { letterFile } from './shelf/names.ts';
import { readShelf, type Shelved, shelve, type Twin, twinOf } from './shelf/shelf.ts';
import { readSidecar, sidecarFor } from './shelf/sidecar-file.ts';
import { type Found, STANDARD_INPUT } from './sources.ts';
import type { Converted, Ocr, SourceFile } from './types.ts';

export interface IntakeOptions {
  readonly lettersDir: string;
  /** A letter that is there already is overwritten by its copy. */
  readonly replace: boolean;
  /** Nothing is written. */
  readonly dryRun: boolean;
  readonly ocr?: Ocr | undefined;
}

/** What became of one letter, or of a file that is none. */
export type Outcome =
  | {
      /** `known`: it is there already, and was left as it is. */
      readonly status: 'added' | 'replaced' | 'known';
      readonly from: Converted;
      /** Path relative to the letters folder: of the letter, or of the one it is a copy of. */
      readonly file: string;
      readonly twin: Twin | null;
      readonly letter: Letter;
    }
  | { readonly status: 'failed'; readonly problem: Error & { readonly file: string } }
  | { readonly status: 'passed over'; readonly name: string };

/**
 * Takes letters into the letters folder, one after the other: a text file and a sidecar each. What cannot be read is
 * reported and the rest goes on; what is there already is left alone unless it is to be replaced.
 *
 * @throws LetterError where the letters folder itself cannot be read.
 */
export async function* takeIn(found: AsyncIterable<Found>, options: IntakeOptions): AsyncGenerator<Outcome> {
  const before = await readShelf(options.lettersDir);
  const shelf = { before, added: [] as Shelved[] };
  for await (const one of found) {
    if (one.kind === 'problem') yield { status: 'failed', problem: one.problem };
    else if (one.kind === 'other') yield { status: 'passed over', name: one.name };
    else {
      const { letters, problems } = await convert(one.file, { ocr: options.ocr });
      for (const converted of letters) yield await place(converted, one.file, one.folder, shelf, options);
      for (const problem of problems) yield { status: 'failed', problem };
    }
  }
}

async function place(
  from: Converted,
  source: SourceFile,
  folder: string,
  shelf: { before: readonly Shelved[]; added: Shelved[] },
  options: IntakeOptions,
): Promise<Outcome> {
  const taken = new Set([...shelf.before, ...shelf.added].map(({ file }) => file.toLowerCase()));
  const parsed = parseLetter({ file: from.name, source: from.text, sidecar: from.facts });
  const called = from.name === STANDARD_INPUT ? titleAsName(parsed) : from.name;
  const free = letterFile(called, folder, (file) => taken.has(file.toLowerCase()));
  const sibling = twinOf(shelve(parsed), shelf.added);
  const twin = sibling ?? twinOf(shelve(parsed), shelf.before);
  // Of two copies that come together the first is taken.
  if (twin && (sibling || !options.replace)) {
    return { status: 'known', from, file: twin.file, twin, letter: parsed };
  }
  const file = twin?.file ?? free;
  const sidecar = sidecarFor(from, source, await readSidecar(options.lettersDir, file));
  const letter = parseLetter({ file, source: from.text, sidecar });
  if (!options.dryRun) await write(options.lettersDir, letter, sidecar);
  shelf.added.push(shelve(letter));
  return { status: twin ? 'replaced' : 'added', from, file, twin, letter };
}

/** "kst-28676-348", or its title: what comes without a name is named after what it says. */
function titleAsName({ title, metadata }: Letter): string {
  const [, slug] = metadata.number === null ? [] : paperSlugs(metadata);
  return `${slug ? `kst-${slug}` : title}.txt`;
}

/** The sidecar first: a sidecar without its letter is passed over, a letter without its sidecar is read wrongly. */
async function write(lettersDir: string, { file, source }: Letter, sidecar: Sidecar): Promise<void> {
  await writeAtomically(path.join(lettersDir, sidecarOf(file)), `${JSON.stringify(sidecar, null, 2)}\n`);
  await writeAtomically(path.join(lettersDir, file), source);
}
