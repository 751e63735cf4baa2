import type { Encoder, Encoding } from '../encoder/types.ts';
import type { TokenStore } from '../retrieval/rerank/token-store.ts';
import { TokenStoreBuilder } from '../retrieval/rerank/token-store-builder.ts';
import { passageParts } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { sha256 } from './checksum.ts';
import type { IndexInMemory } from './load.ts';

/** Passages handed to the encoder at a time: enough to keep it busy, few enough for its memory and a live progress bar. */
const BATCH = 32;

export interface EmbeddedPassages {
  /** For each passage, the hash of what was embedded. */
  readonly hashes: readonly string[];
  /** One unit vector a passage. */
  readonly vectors: readonly Float32Array[];
  /** Token vectors of each passage's texts; null where the encoder has none. */
  readonly tokens: TokenStore | null;
  /** How many were embedded now rather than taken from the index before. */
  readonly fresh: number;
}

/** Embeds the passages that the index before does not hold, and takes over the others. */
export async function embedPassages(
  corpus: Corpus,
  encoder: Encoder,
  before: IndexInMemory | null,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<EmbeddedPassages> {
  const texts = corpus.passages.map(passageParts);
  const hashes = texts.map(embeddedHash);
  const known = new Map(before?.embedded.map((hash, number) => [hash, number]));
  const missing = hashes.filter((hash) => !known.has(hash)).length;
  const vectors: Float32Array[] = [];
  const store = new TokenStoreBuilder();
  let done = 0;
  onProgress(done, missing);
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = range(from, Math.min(from + BATCH, texts.length));
    const fresh = batch.filter((i) => !known.has(hashes[i]!));
    const encoded = await encoder.encode(
      fresh.map((i) => texts[i]!),
      'passage',
    );
    for (const i of batch) {
      const number = known.get(hashes[i]!);
      const encoding = number === undefined ? encoded[fresh.indexOf(i)] : takeOver(before, number);
      vectors.push(encoding!.vector);
      store.add(encoding!.tokens ?? []);
    }
    done += fresh.length;
    if (fresh.length > 0) onProgress(done, missing);
  }
  return { hashes, vectors, tokens: encoder.tokenDimension === null ? null : store.finish(), fresh: missing };
}

/** Of what is embedded of a passage: equal hashes have equal vectors under one encoder. */
export function embeddedHash(parts: readonly string[]): string {
  return sha256(JSON.stringify(parts)).slice(0, 32);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function takeOver(before: IndexInMemory | null, number: number): Encoding | undefined {
  const vector = before?.vectors[number];
  return vector && { vector, tokens: before?.data.tokens?.vectorsOf(number) ?? null };
}
