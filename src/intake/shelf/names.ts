import path from 'node:path';
import { LETTER_SUFFIX } from '../../letters/walk.ts';
import { cutPlace } from '../../whole-characters.ts';

const LONGEST = 80;
/** Most disks take names of 255 bytes, and a sidecar's draft has a longer one. */
const MOST_BYTES = 160;

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
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, '');
  for (let copy = 1; ; copy += 1) {
    const name = `${shortened(base) || 'brief'}${copy === 1 ? '' : `-${copy}`}${LETTER_SUFFIX}`;
    const file = folder === '' ? name : `${folder}/${name}`;
    if (!isTaken(file)) return file;
  }
}

/** The beginning of a name, in whole characters. */
function shortened(name: string): string {
  let end = Math.min(name.length, LONGEST);
  while (Buffer.byteLength(name.slice(0, end)) > MOST_BYTES) end--;
  return name.slice(0, cutPlace(name, end));
}
