import { inflateSync } from 'node:zlib';
import { errorCode } from '../../error-code.ts';
import { LIMITS } from '../limits.ts';
import { IntakeProblem } from '../problems.ts';
import type { SourceFile } from '../types.ts';
import { expanding, filtersOf, lzwSize, runLengthSize, withoutAscii } from './filters.ts';

/** So far before a stream its dictionary is looked for. */
const DICTIONARY = 4096;

/**
 * Refuses a PDF whose compressed streams would unpack to more than any letter's: pdf.js would hold all of it. Streams
 * compressed twice, or in a way that stands elsewhere, are refused as well; nobody makes letters so.
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
    const filters = filtersOf(own);
    const size = filters ? unpackedSize(file, at + 6, filters) : 0;
    // Pictures are unpacked one at a time, and only to be recognised.
    if (!/\/Image\b/.test(own)) total += size;
    const isHidden = filters === null || expanding(filters) > 1;
    if (size > LIMITS.streamBytes || total > LIMITS.streamBytes || isHidden) {
      const mb = LIMITS.streamBytes / 1024 / 1024;
      throw new IntakeProblem(name, 'unpacks', `unpacks to more than ${mb} MB; that is no letter.`);
    }
  }
}

/** What the stream that begins behind its keyword unpacks to; 0 where it is not compressed, or broken. */
function unpackedSize(file: Buffer, keyword: number, filters: readonly string[]): number {
  const start = file[keyword] === 0x0d ? keyword + 2 : keyword + 1;
  const end = file.indexOf('endstream', start);
  const data = file.subarray(start, end < 0 ? file.length : end);
  if (filters.includes('RunLengthDecode')) return runLengthSize(withoutAscii(data, filters));
  if (filters.includes('LZWDecode')) return lzwSize(withoutAscii(data, filters));
  const isAscii = filters[0]?.startsWith('ASCII') ?? false;
  // Whatever the dictionary says: the word "endstream" may stand in the data.
  return inflatedSize(isAscii ? withoutAscii(data, filters) : file.subarray(start));
}

function inflatedSize(data: Buffer): number {
  try {
    return inflateSync(data, { maxOutputLength: LIMITS.streamBytes }).length;
  } catch (error) {
    return errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? Number.POSITIVE_INFINITY : 0;
  }
}
