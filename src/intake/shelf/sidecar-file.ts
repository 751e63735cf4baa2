import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseSidecar, type Sidecar } from '../../letters/sidecar.ts';
import { sidecarOf } from '../../letters/walk.ts';
import type { Converted } from '../types.ts';

/** What a letter's sidecar says: what its format states and where it came from. What a person wrote there wins. */
export function sidecarFor({ name, format, facts, pages }: Converted, sha256: string, written: Sidecar): Sidecar {
  const source = { file: name, format, ...(pages === null ? {} : { pages }), sha256 };
  return { ...facts, ...written, source };
}

/** The sidecar that is there already; an empty one where there is none. */
export async function readSidecar(lettersDir: string, letter: string): Promise<Sidecar> {
  const file = sidecarOf(letter);
  const text = await readFile(path.join(lettersDir, file), 'utf8').catch(() => null);
  return text === null ? {} : parseSidecar(file, text);
}
