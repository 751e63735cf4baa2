import { join } from 'node:path';
import { decodeText } from './decode.ts';
import {
  LetterError,
  LettersFolderError,
  MOST_CHARACTERS,
  MOST_PASSAGES,
  NotTextError,
  SidecarError,
  TooLongError,
  UnreadableFileError,
  UnusableLettersError,
} from './errors.ts';
import { diskFiles, type LetterFiles } from './files.ts';
import { linkMeetings } from './meetings/link.ts';
import { type LetterInput, parseLetter } from './parse.ts';
import { LetterReader, type ReadBefore, type Reading } from './read-again.ts';
import { parseSidecar } from './sidecar.ts';
import type { Letter } from './types.ts';
import { byCodeUnits, findLetterFiles, type SkippedFile, type SkipReason, sidecarOf } from './walk.ts';

export interface ReadLetters {
  /** By path. */
  readonly letters: readonly Letter[];
  /**
   * Files that are no letters, empty, the same as another letter, or links out of the folder; and letters that can't be
   * used, with what is wrong with each. By path.
   */
  readonly skipped: readonly SkippedFile[];
  readonly reading: Reading;
}

export interface ReadOptions {
  /** What was read before: what would be read the same is not read again. It is used up. */
  readonly before?: ReadBefore | null | undefined;
  readonly parse?: typeof parseLetter | undefined;
}

/**
 * Reads all letters under a folder with their sidecars. All of them together decide about line-end hyphens. A letter that
 * can't be read now, or whose sidecar can't, is left out and said to be: it is not quoted, and does not keep the others
 * from being read.
 *
 * @throws LettersFolderError where the folder is missing, no folder, or holds no letter.
 * @throws UnusableLettersError where a folder in it can't be listed, for which letters are missing then nobody knows; and
 * with one error for each file where no letter is left.
 */
export async function readLetters(
  folder: string,
  files: LetterFiles = diskFiles,
  { before = null, parse = parseLetter }: ReadOptions = {},
): Promise<ReadLetters> {
  const found = await findLetterFiles(folder, files);
  const skipped = [...found.skipped];
  if (found.errors.length > 0) throw new UnusableLettersError(folder, found.errors);
  const errors: LetterError[] = [];
  const inputs: LetterInput[] = [];
  const bySource = new Map<string, string>();
  for (const file of found.letters) {
    try {
      const source = decodeText(await readBytes(files, folder, file), file);
      if (source.length > MOST_CHARACTERS) throw new TooLongError(file, 'too_long', source.length);
      const sidecar = found.sidecars.has(sidecarOf(file))
        ? await readSidecar(files, folder, sidecarOf(file))
        : undefined;
      const sameAs = bySource.get(source);
      if (!/\S/.test(source)) skipped.push({ file, reason: 'empty' });
      else if (sameAs !== undefined) skipped.push({ file, reason: 'duplicate', sameAs });
      else {
        bySource.set(source, file);
        inputs.push({ file, source, sidecar });
      }
    } catch (error) {
      if (!(error instanceof LetterError)) throw error;
      errors.push(error);
    }
  }
  const sources = inputs.map(({ source }) => source);
  const reader = new LetterReader(sources, before, parse);
  const letters: Letter[] = [];
  for (const input of inputs) {
    try {
      const letter = reader.read(input);
      const { length } = letter.passages;
      if (length > MOST_PASSAGES) throw new TooLongError(letter.file, 'too_many_passages', length);
      letters.push(letter);
    } catch (error) {
      if (!(error instanceof LetterError)) throw error;
      errors.push(error);
    }
  }
  if (letters.length === 0)
    throw errors.length > 0 ? new UnusableLettersError(folder, errors) : new LettersFolderError(folder, 'no_letters');
  const leftOut = errors.map((error) => ({ file: error.file, reason: reasonOf(error), problem: error.message }));
  return {
    letters: linkMeetings(letters),
    skipped: [...skipped, ...leftOut].sort((a, b) => byCodeUnits(a.file, b.file)),
    reading: reader.readingOf(letters),
  };
}

function reasonOf(error: LetterError): SkipReason {
  if (error instanceof NotTextError || error instanceof TooLongError) return error.reason;
  if (error instanceof SidecarError) return 'wrong_sidecar';
  return error instanceof UnreadableFileError ? 'unreadable' : 'unparsed';
}

async function readBytes(files: LetterFiles, folder: string, file: string): Promise<Uint8Array> {
  try {
    return await files.read(join(folder, file));
  } catch (error) {
    throw new UnreadableFileError(file, error);
  }
}

async function readSidecar(files: LetterFiles, folder: string, file: string): Promise<ReturnType<typeof parseSidecar>> {
  return parseSidecar(file, decodeText(await readBytes(files, folder, file), file));
}
