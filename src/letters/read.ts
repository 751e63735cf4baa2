import { join } from 'node:path';
import { decodeText } from './decode.ts';
import {
  LetterError,
  LettersFolderError,
  MOST_CHARACTERS,
  MOST_PASSAGES,
  NotTextError,
  TooLongError,
  UnreadableFileError,
  UnusableLettersError,
} from './errors.ts';
import { diskFiles, type LetterFiles } from './files.ts';
import { linkMeetings } from './meetings/link.ts';
import { type LetterInput, parseLetter } from './parse.ts';
import { parseSidecar } from './sidecar.ts';
import type { Letter } from './types.ts';
import { buildVocabulary } from './vocabulary.ts';
import { byCodeUnits, findLetterFiles, type SkippedFile, sidecarOf } from './walk.ts';

export interface ReadLetters {
  /** By path. */
  readonly letters: readonly Letter[];
  /** Files that are no letters, no text, empty, the same as another letter, or links out of the folder; by path. */
  readonly skipped: readonly SkippedFile[];
}

/**
 * Reads all letters under a folder with their sidecars. All of them together decide about line-end hyphens.
 *
 * @throws LettersFolderError where the folder is missing, no folder, or holds no letter.
 * @throws UnusableLettersError with one error for each file that cannot be used, where one cannot be read or a sidecar is
 * wrong: a letter that is there is not left out for a while. Letters that are no text or too long are, unless there are no others.
 */
export async function readLetters(folder: string, files: LetterFiles = diskFiles): Promise<ReadLetters> {
  const found = await findLetterFiles(folder, files);
  const skipped = [...found.skipped];
  const errors: LetterError[] = [...found.errors];
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
  const leavesOut = (error: LetterError): error is NotTextError | TooLongError =>
    error instanceof TooLongError || (error instanceof NotTextError && !found.sidecars.has(error.file));
  if (!errors.every(leavesOut)) throw new UnusableLettersError(folder, errors);
  const vocabulary = buildVocabulary(inputs.map(({ source }) => source));
  const letters = inputs.flatMap((input) => {
    const letter = parseLetter({ ...input, vocabulary });
    if (letter.passages.length <= MOST_PASSAGES) return [letter];
    errors.push(new TooLongError(letter.file, 'too_many_passages', letter.passages.length));
    return [];
  });
  if (letters.length === 0)
    throw errors.length > 0 ? new UnusableLettersError(folder, errors) : new LettersFolderError(folder, 'no_letters');
  const leftOut = errors.filter(leavesOut).map(({ file, reason }) => ({ file, reason }));
  return {
    letters: linkMeetings(letters),
    skipped: [...skipped, ...leftOut].sort((a, b) => byCodeUnits(a.file, b.file)),
  };
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
