import { z } from 'zod';

/** What a packed file holds: numbers, lists of words, and small values that JSON can write. */
export type Packable = Uint8Array | Int8Array | Uint16Array | Uint32Array | Float32Array;

const sectionSchema = z.object({
  name: z.string(),
  type: z.enum(['u8', 'i8', 'u16', 'u32', 'f32']),
  bytes: z.int().min(0),
});
const headerSchema = z.object({ about: z.record(z.string(), z.number()), sections: z.array(sectionSchema) });

type Section = z.infer<typeof sectionSchema>;
type Kind = Section['type'];

/** Sections begin at multiples of this, so that they can be read where they lie. */
const ALIGNED = 8;
const padding = (length: number) => (ALIGNED - (length % ALIGNED)) % ALIGNED;

/**
 * Writes named typed arrays one after the other behind a JSON header: equal input gives equal bytes.
 * Numbers are little-endian, as on every machine that Node.js runs on.
 */
export function pack(arrays: Readonly<Record<string, Packable>>, about: Readonly<Record<string, number>> = {}): Buffer {
  const sections: Section[] = Object.entries(arrays).map(([name, array]) => ({
    name,
    type: typeOf(array),
    bytes: array.byteLength,
  }));
  const json = JSON.stringify({ about, sections });
  const header = Buffer.from(`${json}${' '.repeat(padding(Buffer.byteLength(json) + 1))}\n`, 'utf8');
  let end = header.length;
  const bodies = Object.values(arrays).flatMap((array) => {
    const before = Buffer.alloc(padding(end));
    end += before.length + array.byteLength;
    return [before, Buffer.from(array.buffer, array.byteOffset, array.byteLength)];
  });
  return Buffer.concat([header, ...bodies]);
}

interface NumbersIn<T> {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
}

/** What `pack` wrote, read where it lies: what is given must not change afterwards. */
export class Packed {
  readonly #sections = new Map<string, { readonly type: Kind; readonly bytes: Uint8Array }>();
  readonly #about: ReadonlyMap<string, number>;

  /** @throws Error where the bytes are cut short or no packed file. */
  constructor(buffer: Uint8Array) {
    const end = buffer.indexOf(10);
    const text = Buffer.from(buffer.subarray(0, Math.max(0, end))).toString('utf8');
    const header = headerSchema.parse(JSON.parse(text));
    let offset = end + 1;
    for (const { name, type, bytes } of header.sections) {
      offset += padding(offset);
      if (offset + bytes > buffer.length) throw new Error(`packed data ends before "${name}" does`);
      this.#sections.set(name, { type, bytes: buffer.subarray(offset, offset + bytes) });
      offset += bytes;
    }
    this.#about = new Map(Object.entries(header.about));
  }

  number(name: string): number {
    const value = this.#about.get(name);
    if (value === undefined) throw new Error(`packed data lacks "${name}"`);
    return value;
  }

  u8 = (name: string): Uint8Array => this.#section(name, 'u8');
  i8 = (name: string): Int8Array => this.#as(name, 'i8', Int8Array);
  u16 = (name: string): Uint16Array => this.#as(name, 'u16', Uint16Array);
  u32 = (name: string): Uint32Array => this.#as(name, 'u32', Uint32Array);
  f32 = (name: string): Float32Array => this.#as(name, 'f32', Float32Array);

  #as<T>(name: string, type: Kind, Numbers: NumbersIn<T>): T {
    const bytes = this.#section(name, type);
    // Where the whole does not lie as it was written, as in a message from a database, its sections don't either.
    const { buffer, byteOffset } = bytes.byteOffset % Numbers.BYTES_PER_ELEMENT === 0 ? bytes : Uint8Array.from(bytes);
    return new Numbers(buffer, byteOffset, bytes.length / Numbers.BYTES_PER_ELEMENT);
  }

  #section(name: string, type: Kind): Uint8Array {
    const section = this.#sections.get(name);
    if (section?.type !== type) throw new Error(`packed data lacks "${name}"`);
    return section.bytes;
  }
}

/** The place of a word in a list that is sorted by code units; undefined where it does not stand in it. */
export function placeIn(sorted: readonly string[], word: string): number | undefined {
  const place = placeFrom(sorted, word);
  return sorted[place] === word ? place : undefined;
}

/** The place of the first of sorted words that does not come before one. */
export function placeFrom(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A list of words as one array of bytes, and back. */
export const words = {
  pack: (list: readonly string[]): Uint8Array => new Uint8Array(Buffer.from(list.join('\n'), 'utf8')),
  unpack: (bytes: Uint8Array): string[] => (bytes.length === 0 ? [] : Buffer.from(bytes).toString('utf8').split('\n')),
};

function typeOf(array: Packable): Kind {
  if (array instanceof Uint8Array) return 'u8';
  if (array instanceof Int8Array) return 'i8';
  if (array instanceof Uint16Array) return 'u16';
  return array instanceof Uint32Array ? 'u32' : 'f32';
}
