import { inflateSync } from 'node:zlib';
import { errorCode } from '../../error-code.ts';
import { LIMITS } from '../limits.ts';
import { IntakeProblem } from '../problems.ts';
import type { SourceFile } from '../types.ts';

/** So far before a stream its dictionary is looked for. */
const DICTIONARY = 400;

/**
 * Refuses a PDF whose compressed streams would unpack to more than any letter's: pdf.js would hold all of it. Streams
 * compressed twice are refused as well; nobody makes letters so.
 *
 * @throws IntakeProblem where it would.
 */
export function assertNoBomb({ name, bytes }: SourceFile): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let total = 0;
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    const dictionary = file.toString('latin1', Math.max(0, at - DICTIONARY), at);
    if (dictionary.endsWith('end')) continue;
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    const size = unpackedSize(file, at + 6);
    // Pictures are unpacked one at a time, and only to be recognised.
    if (!/\/Image\b/.test(own)) total += size;
    const isTwice = /\[\s*\/(?:Fl|LZW)\w*\s*\/(?:Fl|LZW)/.test(own);
    if (size > LIMITS.streamBytes || total > LIMITS.streamBytes || isTwice) {
      const mb = LIMITS.streamBytes / 1024 / 1024;
      throw new IntakeProblem(name, 'unpacks', `unpacks to more than ${mb} MB; that is no letter.`);
    }
  }
}

/** What the stream that begins behind its keyword unpacks to; 0 where it is not compressed so, or broken. */
function unpackedSize(file: Buffer, keyword: number): number {
  const start = file[keyword] === 0x0d ? keyword + 2 : keyword + 1;
  try {
    return inflateSync(file.subarray(start), { maxOutputLength: LIMITS.streamBytes }).length;
  } catch (error) {
    return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0;
  }
}
