import type { Encoder, TokenVectors } from '../encoder/types.ts';
import { passageText, tokenTexts } from '../retrieval/retrieval-data.ts';
import type { Corpus } from '../retrieval/types.ts';
import type { LoadedIndex } from './load.ts';
import { sha256 } from './store.ts';

/** Passages handed to the encoder at a time: enough to keep it busy, few enough for its memory and a live progress bar. */
const BATCH = 32;

export interface EmbeddedPassages {
  /** For each passage, the hash of what was embedded. */
  readonly hashes: readonly string[];
  /** One unit vector a passage. */
  readonly vectors: readonly Float32Array[];
  /** For each passage, the token vectors of each of its texts; null where the encoder has none. */
  readonly tokens: readonly (readonly TokenVectors[])[] | null;
  /** How many were embedded now rather than taken from the index before. */
  readonly fresh: number;
}

interface Embedding {
  readonly vector: Float32Array;
  readonly tokens: readonly TokenVectors[];
}

/** Embeds the passages that the index before does not hold. */
export async function embedPassages(
  corpus: Corpus,
  encoder: Encoder,
  before: LoadedIndex | null,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<EmbeddedPassages> {
  const texts = corpus.passages.map((each) => ({ passage: passageText(each), tokens: tokenTexts(each) }));
  const hashes = texts.map((text) => sha256(JSON.stringify(text)).slice(0, 32));
  const known = knownEmbeddings(before, new Set(hashes));
  const missing = [...new Set(hashes.flatMap((hash, i) => (known.has(hash) ? [] : [i])))];
  onProgress(0, missing.length);
  for (let from = 0; from < missing.length; from += BATCH) {
    const batch = missing.slice(from, from + BATCH);
    const vectors = await encoder.encode(
      batch.map((i) => texts[i]!.passage),
      'passage',
    );
    const tokens = await encodeTokens(
      encoder,
      batch.map((i) => texts[i]!.tokens),
    );
    batch.forEach((i, row) => {
      known.set(hashes[i]!, { vector: vectors[row]!, tokens: tokens[row] ?? [] });
    });
    onProgress(Math.min(from + BATCH, missing.length), missing.length);
  }
  const embeddings = hashes.map((hash) => known.get(hash)!);
  return {
    hashes,
    vectors: embeddings.map(({ vector }) => vector),
    tokens: encoder.encodeTokens ? embeddings.map(({ tokens }) => tokens) : null,
    fresh: missing.length,
  };
}

function knownEmbeddings(before: LoadedIndex | null, wanted: ReadonlySet<string>): Map<string, Embedding> {
  const known = new Map<string, Embedding>();
  before?.embedded.forEach((hash, i) => {
    const vector = before.vectors[i];
    if (vector && wanted.has(hash)) known.set(hash, { vector, tokens: before.data.tokens?.vectorsOf(i) ?? [] });
  });
  return known;
}

/** Token vectors of each passage's texts; the texts of a batch go to the encoder together. */
async function encodeTokens(encoder: Encoder, texts: readonly (readonly string[])[]): Promise<TokenVectors[][]> {
  if (!encoder.encodeTokens) return [];
  const flat = await encoder.encodeTokens(texts.flat(), 'passage');
  let at = 0;
  return texts.map((own) => {
    at += own.length;
    return flat.slice(at - own.length, at);
  });
}
