import type { Encoder } from '../../src/encoder/types.ts';
import type { Letter } from '../../src/letters/types.ts';
import type { Thesaurus } from '../../src/retrieval/lexical/thesaurus.ts';
import type { TokenStore } from '../../src/retrieval/rerank/token-store.ts';
import { TokenStoreBuilder } from '../../src/retrieval/rerank/token-store-builder.ts';
import { buildRetrievalData, passageText, type RetrievalData, tokenTexts } from '../../src/retrieval/retrieval-data.ts';
import type { Corpus } from '../../src/retrieval/types.ts';

const BATCH = 32;

export function corpusOf(letters: readonly Letter[]): Corpus {
  return { letters, passages: letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage }))) };
}

/** What the encoder makes of a corpus. */
export interface Encoded {
  readonly vectors: readonly Float32Array[];
  readonly tokens: TokenStore | null;
}

export async function encodeCorpus(corpus: Corpus, encoder: Encoder): Promise<Encoded> {
  const vectors: Float32Array[] = [];
  const tokens = new TokenStoreBuilder();
  for (let i = 0; i < corpus.passages.length; i += BATCH) {
    const batch = corpus.passages.slice(i, i + BATCH);
    vectors.push(...(await encoder.encode(batch.map(passageText), 'passage')));
    const texts = batch.map(tokenTexts);
    const encoded = (await encoder.encodeTokens?.(texts.flat(), 'passage')) ?? [];
    let taken = 0;
    for (const each of texts) {
      tokens.add(encoded.slice(taken, taken + each.length));
      taken += each.length;
    }
  }
  return { vectors, tokens: encoder.encodeTokens ? tokens.finish() : null };
}

export function dataOf(corpus: Corpus, encoded: Encoded, thesaurus?: Thesaurus): RetrievalData {
  return buildRetrievalData({ corpus, ...encoded, ...(thesaurus ? { thesaurus } : {}) });
}
