import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const ID_LENGTH = 12;

/** An id of 12 base32 characters (60 bits) made from content: the same fields always give the same id. */
export function contentId(...fields: readonly string[]): string {
  const hash = createHash('sha256');
  for (const field of fields) hash.update(`${field.length}:`).update(field);
  const digest = hash.digest();
  let id = '';
  let bits = 0;
  let value = 0;
  for (const byte of digest) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < ID_LENGTH) {
      bits -= 5;
      id += ALPHABET.charAt((value >> bits) & 31);
    }
    value &= (1 << bits) - 1;
    if (id.length === ID_LENGTH) break;
  }
  return id;
}
