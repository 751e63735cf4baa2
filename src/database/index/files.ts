import { z } from 'zod';
import { sha256 } from '../../indexing/checksum.ts';
import { IndexProblem } from '../../indexing/errors.ts';
import type { Session } from '../connection.ts';
import { type CurrentVersion, type FileName, PLACE } from './versions.ts';

/** A file is kept in parts: PostgreSQL takes no value of more than a gigabyte, and hands it over as a whole. */
const PART = 8 * 1024 * 1024;

export async function storeFile(session: Session, version: number, name: FileName, bytes: Buffer): Promise<void> {
  for (let from = 0, part = 0; from < bytes.length; from += PART, part++) {
    await session.run('INSERT INTO briefwijzer.files VALUES ($1, $2, $3, $4)', [
      version,
      name,
      part,
      bytes.subarray(from, from + PART),
    ]);
  }
}

const partSchema = z.object({ bytes: z.instanceof(Buffer) });

/** @throws {IndexProblem} when the bytes are not those that were stored */
export async function loadFile(
  session: Session,
  { number, manifest }: CurrentVersion,
  name: FileName,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  const { sha256: checksum, bytes: length } = manifest.files[name];
  for (let part = 0; part * PART < length; part++) {
    const text = 'SELECT bytes FROM briefwijzer.files WHERE version = $1 AND name = $2 AND part = $3';
    parts.push(...(await session.rows(partSchema, text, [number, name, part])).map(({ bytes }) => bytes));
  }
  const whole = Buffer.concat(parts);
  if (whole.length !== length || sha256(whole) !== checksum)
    throw new IndexProblem('broken', PLACE, `its ${name} are damaged`);
  return whole;
}
