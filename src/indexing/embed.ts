import type { Encoder, Encoding, TextParts } from '../encoder/types.ts';
import { sha256 } from './checksum.ts';

/** Passages handed to the encoder at a time: enough to keep it busy, few enough for its memory and a live progress bar. */
const BATCH = 32;

/** Encodes passages in batches, and hands each batch on before the next, so that no more than one lies in memory. */
export async function encodeInBatches<T extends { readonly parts: TextParts }>(
  passages: readonly T[],
  encoder: Encoder,
  take: (encoded: readonly (T & { readonly encoding: Encoding })[]) => Promise<void>,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  onProgress(0, passages.length);
  for (let from = 0; from < passages.length; from += BATCH) {
    const batch = passages.slice(from, from + BATCH);
    const encodings = await encoder.encode(
      batch.map(({ parts }) => parts),
      'passage',
    );
    await take(batch.map((passage, i) => ({ ...passage, encoding: encodings[i]! })));
    onProgress(from + batch.length, passages.length);
  }
}

/** Of what is embedded of a passage: equal hashes have equal vectors under one encoder. */
export function embeddedHash(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 32);
}
