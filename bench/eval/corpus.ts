import type { Encoder } from '../../src/encoder/types.ts';
import { type EmbeddedPassages, embedPassages } from '../../src/indexing/embed.ts';
import type { Letter } from '../../src/letters/types.ts';
import type { Thesaurus } from '../../src/retrieval/lexical/thesaurus.ts';
import { buildRetrievalData } from '../../src/retrieval/retrieval-data.ts';
import type { Corpus } from '../../src/retrieval/types.ts';
import type { Searchable } from './systems.ts';

/** Letters with what the encoder makes of them. */
export interface Embedded {
  readonly corpus: Corpus;
  readonly encoder: Encoder;
  readonly embedded: EmbeddedPassages;
}

export async function embed(letters: readonly Letter[], encoder: Encoder): Promise<Embedded> {
  const passages = letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage })));
  const corpus = { letters, passages };
  return { corpus, encoder, embedded: await embedPassages(corpus, encoder, null) };
}

/** @param thesaurus the bundled one by default */
export function searchable({ corpus, encoder, embedded }: Embedded, thesaurus?: Thesaurus): Searchable {
  const { vectors, tokens } = embedded;
  return { corpus, encoder, data: buildRetrievalData({ corpus, vectors, tokens, ...(thesaurus && { thesaurus }) }) };
}
