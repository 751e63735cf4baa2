import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { errorCode } from '../../error-code.ts';
import { decodeText } from '../../letters/decode.ts';
import { LetterError, NotTextError, SidecarError, UnreadableFileError } from '../../letters/errors.ts';
import { diskFiles } from '../../letters/files.ts';
import { parseSidecar, type Sidecar } from '../../letters/sidecar.ts';
import { sidecarOf } from '../../letters/walk.ts';
import type { Converted, Facts } from '../types.ts';

/**
 * What a letter's sidecar says: what its format states and where it came from. What a person wrote there wins.
 *
 * @param before the sidecar that is there
 */
export function sidecarFor({ name, format, facts, pages }: Converted, sha256: string, before: Sidecar): Sidecar {
  const stated = Object.keys(facts).length > 0 && { stated: facts };
  const source = { file: name, format, ...(pages !== null && { pages }), sha256, ...stated };
  return { ...facts, ...writtenIn(before), source };
}

const FACTS = ['subject', 'letterDate', 'dossiers', 'number', 'url'] as const satisfies readonly (keyof Facts)[];

/** What a person wrote in a sidecar: all but where the letter came from and what was stated there. */
export function writtenIn({ source, ...written }: Sidecar): Sidecar {
  for (const field of FACTS) if (isDeepStrictEqual(written[field], source?.stated?.[field])) delete written[field];
  return written;
}

/**
 * The sidecar that is there already; an empty one where there is none.
 *
 * @throws LetterError where it can't be read, or is none
 */
export async function readSidecar(lettersDir: string, letter: string): Promise<Sidecar> {
  const file = sidecarOf(letter);
  const bytes = await diskFiles.read(path.join(lettersDir, file)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw new UnreadableFileError(file, error);
  });
  return bytes === null ? {} : parseSidecar(file, decodeText(bytes, file));
}

/** The sidecar that is there; an empty one also where that can't be read. */
export async function sidecarOrNone(lettersDir: string, letter: string): Promise<Sidecar> {
  return readSidecar(lettersDir, letter).catch((error: unknown) => {
    if (error instanceof LetterError) return {};
    throw error;
  });
}

/**
 * What a person wrote down for a letter that comes only now: in a sidecar that lies where its own will be. Null where
 * that is another letter's, left behind, or none at all.
 *
 * @param sha256 of the file that the letter comes from
 * @throws UnreadableFileError where the file system refuses to hand it out
 */
export async function readStray(lettersDir: string, letter: string, sha256: string): Promise<Sidecar | null> {
  try {
    const stray = await readSidecar(lettersDir, letter);
    return stray.source && stray.source.sha256 !== sha256 ? null : stray;
  } catch (error) {
    if (error instanceof SidecarError || error instanceof NotTextError) return null;
    throw error;
  }
}
