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
  const header = Buffer.from(`${JSON.stringify({ about, sections })}\n`, 'utf8');
  const bodies = Object.values(arrays).map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  return Buffer.concat([header, ...bodies]);
}

/** What `pack` wrote. */
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

  u8 = (name: string): Uint8Array => new Uint8Array(this.#copy(name, 'u8'));
  i8 = (name: string): Int8Array => new Int8Array(this.#copy(name, 'i8'));
  u16 = (name: string): Uint16Array => new Uint16Array(this.#copy(name, 'u16'));
  u32 = (name: string): Uint32Array => new Uint32Array(this.#copy(name, 'u32'));
  f32 = (name: string): Float32Array => new Float32Array(this.#copy(name, 'f32'));

  #copy(name: string, type: Kind): ArrayBuffer {
    const section = this.#sections.get(name);
    if (section?.type !== type) throw new Error(`packed data lacks "${name}"`);
    const copy = new ArrayBuffer(section.bytes.length);
    new Uint8Array(copy).set(section.bytes);
    return copy;
  }
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
