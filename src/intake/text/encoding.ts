import { IntakeProblem } from '../problems.ts';

/** 0x80 to 0x9f in Windows-1252, for decoders that take it for Latin-1 there, as some versions of Node do. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
// biome-ignore lint/suspicious/noControlCharactersInRegex: looking for control characters is the point
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;
/** So many bytes show how a text without a byte order mark is encoded. */
const SAMPLE = 4096;

/**
 * Decodes a text: by its byte order mark, as UTF-16 where every other byte is zero, by the encoding it declares, as
 * UTF-8 where it is valid, else as Windows-1252.
 *
 * @param declared the encoding that the file names itself ("iso-8859-1"), where it does.
 * @throws IntakeProblem where it is no text.
 */
export function decodeBytes(bytes: Uint8Array, file: string, declared?: string): string {
  const text = byMark(bytes) ?? byZeros(bytes) ?? byName(bytes, declared) ?? utf8(bytes) ?? windows1252(bytes);
  if (BINARY.test(text))
    throw new IntakeProblem(file, 'broken', 'holds binary data, no text; take another copy of it.');
  return text.replace(/^\uFEFF/, '');
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return new TextDecoder('utf-8').decode(bytes);
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  return a === 0xfe && b === 0xff ? new TextDecoder('utf-16be').decode(bytes) : null;
}

function byZeros(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const enough = sample.length * 0.3;
  if (odd > enough && even === 0) return new TextDecoder('utf-16le').decode(bytes);
  return even > enough && odd === 0 ? new TextDecoder('utf-16be').decode(bytes) : null;
}

function byName(bytes: Uint8Array, declared: string | undefined): string | null {
  if (!declared || /^utf-?8$|^utf-?16/i.test(declared)) return null;
  if (/^(?:windows-1252|cp1252|iso-?8859-1|latin-?1|us-ascii|ascii)$/i.test(declared)) {
    return utf8(bytes) ?? windows1252(bytes);
  }
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return null;
  }
}

function utf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function windows1252(bytes: Uint8Array): string {
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252.charAt(char.charCodeAt(0) - 0x80));
}
