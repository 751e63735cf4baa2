import path from 'node:path';
import { LETTER_SUFFIX } from '../../letters/walk.ts';

const LONGEST = 80;

/**
 * A free file name for a letter, made from that of its source.
 *
 * @param source the file it came from: "brieven/Kamerbrief fregatten.pdf", "mail.eml › bijlage.docx".
 * @param folder where it goes within the letters folder, with forward slashes; empty for the folder itself.
 * @param isTaken whether a name is in use; the letter is numbered until one is free.
 */
export function letterFile(source: string, folder: string, isTaken: (file: string) => boolean): string {
  const last = source.split(' › ').at(-1) ?? source;
  const base = path
    .basename(last, path.extname(last))
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, LONGEST);
  for (let copy = 1; ; copy += 1) {
    const name = `${base || 'brief'}${copy === 1 ? '' : `-${copy}`}${LETTER_SUFFIX}`;
    const file = folder === '' ? name : `${folder}/${name}`;
    if (!isTaken(file)) return file;
  }
}
