/** How a stream of a PDF is packed (ISO 32000-1, 7.4), as far as it takes to know what it unpacks to. */

/** Short names, which pdf.js takes too. */
const SHORT: Readonly<Record<string, string>> = {
  AHx: 'ASCIIHexDecode',
  A85: 'ASCII85Decode',
  Fl: 'FlateDecode',
  LZW: 'LZWDecode',
  RL: 'RunLengthDecode',
};

/** Filters by which a stream unpacks to more than it is. */
const EXPANDING: ReadonlySet<string> = new Set(['FlateDecode', 'LZWDecode', 'RunLengthDecode']);

/** The filters that a stream's dictionary names, outermost first; null where it names them in another object. */
export function filtersOf(dictionary: string): string[] | null {
  // A character of a name may be written by its number.
  const plain = dictionary.replace(/#([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const written = /\/Filter\s*(\[[^\]]*\]?|\/\w+|\d+\s+\d+\s+R)/.exec(plain)?.[1] ?? '';
  if (/\d\s+R/.test(written)) return null;
  return [...written.matchAll(/\/(\w+)/g)].map(([, name = '']) => SHORT[name] ?? name);
}

export function expanding(filters: readonly string[]): number {
  return filters.filter((filter) => EXPANDING.has(filter)).length;
}

/** Undoes what only makes bytes readable. */
export function withoutAscii(data: Buffer, filters: readonly string[]): Buffer {
  let bytes = data;
  for (const filter of filters) {
    if (filter === 'ASCIIHexDecode') bytes = Buffer.from(bytes.toString('latin1').replace(/[^0-9a-f]/gi, ''), 'hex');
    else if (filter === 'ASCII85Decode') bytes = fromAscii85(bytes);
    else break;
  }
  return bytes;
}

/** What run-length encoded bytes unpack to: a length below 128 copies so many and one, above it repeats one byte. */
export function runLengthSize(data: Buffer): number {
  let size = 0;
  for (let at = 0; at < data.length; ) {
    const length = data[at] ?? 128;
    if (length === 128) break;
    size += length < 128 ? length + 1 : 257 - length;
    at += length < 128 ? length + 2 : 2;
  }
  return size;
}

const CLEAR = 256;
const END = 257;
const FIRST = 258;

/** What LZW codes of 9 to 12 bits unpack to: each code's text is one longer than that of the code before it. */
export function lzwSize(data: Buffer): number {
  const lengths = new Uint32Array(4096).fill(1);
  let [next, width, held, bits, size, last] = [FIRST, 9, 0, 0, 0, 0];
  for (const byte of data) {
    held = ((held << 8) | byte) & 0xffffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === END) break;
    if (code === CLEAR) {
      [next, width, last] = [FIRST, 9, 0];
      continue;
    }
    const length = code < next ? (lengths[code] ?? 1) : last + 1;
    if (last > 0 && next < lengths.length) lengths[next++] = last + 1;
    size += length;
    last = length;
    width = next >= 2047 ? 12 : next >= 1023 ? 11 : next >= 511 ? 10 : 9;
  }
  return size;
}

function fromAscii85(data: Buffer): Buffer {
  const text = data.toString('latin1').replace(/\s/g, '').split('~')[0] ?? '';
  const bytes = Buffer.alloc(4 * text.length + 4);
  let [length, value, digits] = [0, 0, 0];
  for (const character of text) {
    if (character === 'z' && digits === 0) {
      length += 4;
      continue;
    }
    value = value * 85 + (character.charCodeAt(0) - 33);
    if (++digits < 5) continue;
    bytes.writeUInt32BE(value >>> 0, length);
    [value, digits, length] = [0, 0, length + 4];
  }
  // What is left of the last five adds at most three bytes, which no size hangs on.
  return bytes.subarray(0, length);
}
