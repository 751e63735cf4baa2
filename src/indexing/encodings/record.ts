import { crc32 } from 'node:zlib';
import type { Encoding } from '../../encoder/types.ts';
import { TokenStore } from '../../retrieval/rerank/token-store.ts';
import { TokenStoreBuilder } from '../../retrieval/rerank/token-store-builder.ts';
import { offsetsOf } from '../../retrieval/runs.ts';
import { packVector, unpackVector } from '../../retrieval/vector/eight-bits.ts';

/**
 * What the encoder made of one passage, as it stands in a file: records follow one another, and each is verified when it
 * is read. Numbers are little-endian.
 *
 *     4 bytes  length of the whole record
 *     4        CRC-32 of all that follows
 *     16       hash of what was encoded
 *     2 + 2    length of the vector; of a token's vector
 *     2        number of texts
 *     2 each   number of tokens of each text
 *     …        the vector, eight bits a number; then the tokens' vectors, four bits a number
 */
const CHECKED_FROM = 8;
const HASH_AT = CHECKED_FROM;
export const HASH_LENGTH = 16;
const SIZES_AT = HASH_AT + HASH_LENGTH;
const TEXTS_AT = SIZES_AT + 6;
/** Bytes that say how long a record is. */
export const PREFIX = 4;
/** The shortest record, and more than any passage of at most 25,000 tokens takes. */
export const SHORTEST = TEXTS_AT;
export const LONGEST = 1 << 26;

/** @param hash hexadecimal, of what was encoded */
export function writeRecord(hash: string, { vector, tokens }: Encoding): Buffer {
  const store = new TokenStoreBuilder().add(tokens ?? []).finish();
  const texts = store.texts.length - 1;
  const vectorAt = TEXTS_AT + 2 * texts;
  const record = Buffer.alloc(vectorAt + vector.length + store.packed.length);
  record.writeUInt32LE(record.length, 0);
  record.write(hash, HASH_AT, HASH_LENGTH, 'hex');
  record.writeUInt16LE(vector.length, SIZES_AT);
  record.writeUInt16LE(store.dimension, SIZES_AT + 2);
  record.writeUInt16LE(texts, SIZES_AT + 4);
  for (let text = 0; text < texts; text++)
    record.writeUInt16LE(store.texts[text + 1]! - store.texts[text]!, TEXTS_AT + 2 * text);
  record.set(new Uint8Array(packVector(vector).buffer), vectorAt);
  record.set(store.packed, vectorAt + vector.length);
  record.writeUInt32LE(crc32(record.subarray(CHECKED_FROM)), 4);
  return record;
}

export function lengthOf(prefix: Buffer): number {
  return prefix.readUInt32LE(0);
}

/** Whether a record's bytes are those that were written. */
export function isWhole(record: Buffer): boolean {
  return (
    record.length >= SHORTEST &&
    lengthOf(record) === record.length &&
    record.readUInt32LE(4) === crc32(record.subarray(CHECKED_FROM))
  );
}

export function hashOf(record: Buffer): string {
  return record.toString('hex', HASH_AT, HASH_AT + HASH_LENGTH);
}

/** At unit length; zeros for a passage without tokens. */
export function vectorOf(record: Buffer): Float32Array {
  const at = TEXTS_AT + 2 * record.readUInt16LE(SIZES_AT + 4);
  const length = record.readUInt16LE(SIZES_AT);
  return unpackVector(new Int8Array(record.buffer, record.byteOffset + at, length));
}

/** The token vectors of the passage, as a store of it alone. */
export function tokensOf(record: Buffer): TokenStore {
  const texts = record.readUInt16LE(SIZES_AT + 4);
  const lengths = Array.from({ length: texts }, (_, text) => record.readUInt16LE(TEXTS_AT + 2 * text));
  const at = TEXTS_AT + 2 * texts + record.readUInt16LE(SIZES_AT);
  const dimension = record.readUInt16LE(SIZES_AT + 2);
  return new TokenStore(dimension, record.subarray(at), Uint32Array.of(0, texts), offsetsOf(lengths));
}
