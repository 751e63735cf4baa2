import { type FileHandle, open } from 'node:fs/promises';
import { sha256 } from '../checksum.ts';
import { HASH_LENGTH, hashOf, isWhole, LONGEST, lengthOf, PREFIX, SHORTEST } from './record.ts';

/** Bytes read at a time when a file is read through: about a millisecond of checking. */
const PIECE = 1 << 20;

/** What a file of records begins with: which encoder they are of. Other vectors mean nothing to it. */
export function headOf(fingerprint: string): Buffer {
  return Buffer.from(sha256(fingerprint), 'hex').subarray(0, HASH_LENGTH);
}

/** Where a record stands. */
export interface Place {
  readonly file: FileHandle;
  readonly offset: number;
  readonly length: number;
}

/** What is known of a file that was read through. */
export interface ReadThrough {
  /** Where the last whole record ends; 0 where the file is of another encoder. */
  readonly end: number;
  /** Whether a record before that is damaged. */
  readonly isDamaged: boolean;
}

/**
 * Reads a file of records through and verifies each. What can't be told apart from a torn end is where it stops; others get
 * their turn between two pieces.
 * @param take told of each whole record: the hash of what was encoded, and where it stands
 */
export async function readThrough(
  file: FileHandle,
  head: Buffer,
  take: (hash: string, place: Place) => void,
): Promise<ReadThrough> {
  let [piece, pieceAt] = [await readUpTo(file, 0, PIECE), 0];
  if (!piece.subarray(0, head.length).equals(head)) return { end: 0, isDamaged: false };
  let [at, end, isDamaged] = [head.length, head.length, false];
  for (;;) {
    const rest = piece.subarray(at - pieceAt);
    const length = rest.length < PREFIX ? PREFIX : lengthOf(rest);
    if (rest.length >= PREFIX && (length < SHORTEST || length > LONGEST)) return { end, isDamaged };
    if (rest.length < length) {
      // What is cut off by this piece is whole in the next, which begins with it; or the file ends.
      [piece, pieceAt] = [await readUpTo(file, at, Math.max(PIECE, length)), at];
      if (piece.length <= rest.length) return { end, isDamaged };
      continue;
    }
    const record = rest.subarray(0, length);
    if (isWhole(record)) {
      take(hashOf(record), { file, offset: at, length });
      isDamaged ||= end < at;
      end = at + length;
    }
    at += length;
  }
}

/** The whole record at a place; null where its bytes are not those that were written. */
export async function readRecord({ file, offset, length }: Place): Promise<Buffer | null> {
  const record = await readUpTo(file, offset, length);
  return isWhole(record) ? record : null;
}

async function readUpTo(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, from + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

/** Opens a file for reading; null where there is none. */
export async function openIfThere(file: string, flags = 'r'): Promise<FileHandle | null> {
  return open(file, flags).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
