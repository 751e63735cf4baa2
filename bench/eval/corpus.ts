import type { Encoder } from '../../src/encoder/types.ts';
import { encodeInBatches } from '../../src/indexing/embed.ts';
import type { Letter } from '../../src/letters/types.ts';
import type { Thesaurus } from '../../src/retrieval/lexical/thesaurus.ts';
import { TokenStoreBuilder } from '../../src/retrieval/rerank/token-store-builder.ts';
import { buildRetrievalData, passageParts, type RetrievalSource } from '../../src/retrieval/retrieval-data.ts';
import type { Corpus } from '../../src/retrieval/types.ts';
import { packVector, unpackVector } from '../../src/retrieval/vector/eight-bits.ts';
import type { Searchable } from './systems.ts';

/** Letters with what the encoder makes of them. */
export interface Embedded {
  readonly corpus: Corpus;
  readonly encoder: Encoder;
  readonly embedded: Pick<RetrievalSource, 'vectors' | 'tokens'>;
}

export async function embed(letters: readonly Letter[], encoder: Encoder): Promise<Embedded> {
  const passages = letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage })));
  const corpus = { letters, passages };
  const vectors: Float32Array[] = [];
  const tokens = new TokenStoreBuilder();
  const texts = passages.map((each) => ({ parts: passageParts(each) }));
  await encodeInBatches(texts, encoder, async (encoded) => {
    for (const { encoding } of encoded) {
      // As an index keeps it.
      vectors.push(unpackVector(packVector(encoding.vector)));
      tokens.add(encoding.tokens ?? []);
    }
  });
  return { corpus, encoder, embedded: { vectors, tokens: encoder.tokenDimension === null ? null : tokens.finish() } };
}

/** @param thesauri the bundled one by default */
export function searchable({ corpus, encoder, embedded }: Embedded, thesauri?: readonly Thesaurus[]): Searchable {
  const { vectors, tokens } = embedded;
  return { corpus, encoder, data: buildRetrievalData({ corpus, vectors, tokens, ...(thesauri && { thesauri }) }) };
}
