import type { Encoder, TokenVectors } from '../encoder/types.ts';
import type { TokenStore } from '../retrieval/rerank/token-store.ts';
import { TokenStoreBuilder } from '../retrieval/rerank/token-store-builder.ts';
import { passageText, tokenTexts } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import { sha256 } from './checksum.ts';
import type { LoadedIndex } from './load.ts';

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

interface Text {
  /** What the passage's vector is made from. */
  readonly passage: string;
  /** What its token vectors are made from. */
  readonly tokens: readonly string[];
}

interface Embedding {
  readonly vector: Float32Array;
  readonly tokens: readonly TokenVectors[];
}

/** Embeds the passages that the index before does not hold, and takes over the others. */
export async function embedPassages(
  corpus: Corpus,
  encoder: Encoder,
  before: LoadedIndex | null,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<EmbeddedPassages> {
  const texts = corpus.passages.map((each): Text => ({ passage: passageText(each), tokens: tokenTexts(each) }));
  const hashes = texts.map((text) => sha256(JSON.stringify(text)).slice(0, 32));
  const known = new Map(before?.embedded.map((hash, number) => [hash, number]));
  const missing = hashes.filter((hash) => !known.has(hash)).length;
  const vectors: Float32Array[] = [];
  const store = new TokenStoreBuilder();
  let done = 0;
  onProgress(done, missing);
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = range(from, Math.min(from + BATCH, texts.length));
    const fresh = batch.filter((i) => !known.has(hashes[i]!));
    const encoded = await encode(
      encoder,
      fresh.map((i) => texts[i]!),
    );
    for (const i of batch) {
      const number = known.get(hashes[i]!);
      const embedding = number === undefined ? encoded[fresh.indexOf(i)] : takeOver(before, number);
      vectors.push(embedding!.vector);
      store.add(embedding!.tokens);
    }
    done += fresh.length;
    if (fresh.length > 0) onProgress(done, missing);
  }
  return { hashes, vectors, tokens: encoder.encodeTokens ? store.finish() : null, fresh: missing };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function takeOver(before: LoadedIndex | null, number: number): Embedding | undefined {
  const vector = before?.vectors[number];
  return vector && { vector, tokens: before?.data.tokens?.vectorsOf(number) ?? [] };
}

async function encode(encoder: Encoder, texts: readonly Text[]): Promise<Embedding[]> {
  if (texts.length === 0) return [];
  const vectors = await encoder.encode(
    texts.map(({ passage }) => passage),
    'passage',
  );
  const tokens =
    (await encoder.encodeTokens?.(
      texts.flatMap((text) => text.tokens),
      'passage',
    )) ?? [];
  let at = 0;
  return texts.map((text, i) => {
    at += text.tokens.length;
    return { vector: vectors[i]!, tokens: tokens.slice(at - text.tokens.length, at) };
  });
}
