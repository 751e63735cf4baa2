import path from 'node:path';
import { decodeText } from '../letters/decode.ts';
import { diskFiles } from '../letters/files.ts';
import { parseLetter } from '../letters/parse.ts';
import { formatOf } from './formats/detect.ts';
import type { Placed } from './place.ts';
import type { Shelf } from './shelf/shelf.ts';
import { readSidecar } from './shelf/sidecar-file.ts';
import type { SourceFile } from './types.ts';

/**
 * The letter that was taken in from this very file before, and is left as it is: who goes on with a long job need not
 * read it again. None for a file that is new, and for e-mails, of which a part may have been taken in.
 */
export async function knownFile(
  file: SourceFile,
  sha256: string,
  shelf: Shelf,
  lettersDir: string,
): Promise<readonly Placed[]> {
  const [known] = shelf.from(sha256);
  const format = known && formatOf(file);
  if (!known || !format || format === 'eml') return [];
  const source = decodeText(await diskFiles.read(path.join(lettersDir, known.file)), known.file);
  const sidecar = await readSidecar(lettersDir, known.file);
  const from = { name: file.name, format, text: source, facts: {}, pages: sidecar.source?.pages ?? null, remarks: [] };
  const twin = { file: known.file, title: known.title, by: 'file' } as const;
  return [
    { status: 'known', from, file: known.file, twin, letter: parseLetter({ file: known.file, source, sidecar }) },
  ];
}
