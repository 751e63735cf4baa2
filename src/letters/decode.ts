import { NotTextError } from './errors.ts';

// Control characters that no text editor writes; tab, line ends, vertical tab, form feed and escape are left out.
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for control characters is the point
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/**
 * Bytes of a letter's file to text, without changing anything: a byte order mark stays, as one UTF-16 unit, and so
 * do line ends.
 *
 * @throws NotTextError where the bytes are not UTF-8 or are no text.
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotTextError(file, bytes.includes(0) ? 'binary' : 'invalid_utf8');
  }
  if (BINARY.test(text)) throw new NotTextError(file, 'binary');
  return text;
}
