import { Packed, pack, words } from '../packed.ts';
import type { AnalysedThesaurus } from './analysed-thesaurus.ts';

export function packAnalysed({ terms, keys, ...numbers }: AnalysedThesaurus): Buffer {
  return pack({
    terms: words.pack(terms.map(({ term }) => term)),
    stems: words.pack(terms.map(({ stems }) => stems.join(' '))),
    keys: words.pack(keys),
    ...numbers,
  });
}

/** @throws Error where the bytes are not what `packAnalysed` gave. */
export function loadAnalysed(bytes: Uint8Array): AnalysedThesaurus {
  const data = new Packed(bytes);
  const stems = words.unpack(data.u8('stems'));
  return {
    terms: words.unpack(data.u8('terms')).map((term, i) => ({ term, stems: stems[i] ? stems[i].split(' ') : [] })),
    entryOffsets: data.u32('entryOffsets'),
    entryTerms: data.u32('entryTerms'),
    entryColumns: Uint8Array.from(data.u8('entryColumns')),
    keys: words.unpack(data.u8('keys')),
    keyOffsets: data.u32('keyOffsets'),
    keyPlaces: data.u32('keyPlaces'),
  };
}
