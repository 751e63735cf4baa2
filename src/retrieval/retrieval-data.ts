import { readable } from '../letters/readable.ts';
import { CorpusWords, type LexicalText, type WordsBefore } from './lexical/corpus-words.ts';
import { Lexicon } from './lexical/lexicon.ts';
import { bundledThesaurus, type Thesaurus } from './lexical/thesaurus.ts';
import type { TokenSource, TokenStore } from './rerank/token-store.ts';
import type { Corpus, CorpusPassage, VectorIndex, VectorIndexInMemory } from './types.ts';
import { buildVectorIndex } from './vector/vector-index.ts';

/** What is prepared offline and searched. */
export interface RetrievalData {
  readonly lexicon: Lexicon;
  readonly vectors: VectorIndex;
  /** Null where the encoder has no token vectors. */
  readonly tokens: TokenSource | null;
}

/** The same, all of it in memory. `lexicon` and `tokens` have `serialize()` and a static `load(bytes)`. */
export interface RetrievalDataInMemory extends RetrievalData {
  readonly vectors: VectorIndexInMemory;
  readonly tokens: TokenStore | null;
}

export interface RetrievalSource {
  readonly corpus: Corpus;
  /** One unit vector a passage: the encoding of `passageParts`. */
  readonly vectors: readonly Float32Array[];
  /** For each passage the token vectors of each of its parts; null where the encoder has none. */
  readonly tokens: TokenStore | null;
  readonly thesauri?: readonly Thesaurus[];
}

/** Prepares a corpus for retrieval: the same input gives the same bytes when serialised. */
export function buildRetrievalData({ corpus, vectors, tokens, thesauri }: RetrievalSource): RetrievalDataInMemory {
  return { lexicon: buildLexicon(corpus, thesauri), vectors: buildVectorIndex(vectors), tokens };
}

/** What lexical search needs of a corpus. */
export function buildLexicon(corpus: Corpus, thesauri: readonly Thesaurus[] = [bundledThesaurus()]): Lexicon {
  return Lexicon.of(corpusWords(corpus), thesauri);
}

/** The words of a corpus; the same whether those of most passages are known already or not. */
export function corpusWords({ passages }: Corpus, before?: WordsBefore): CorpusWords {
  if (!before) return CorpusWords.of(lexicalTexts(passages));
  return CorpusWords.from(before, lexicalTexts(passages.filter((_, passage) => before.sameAs[passage]! < 0)));
}

/** One after the other, so that the texts of a corpus never lie in memory twice. */
function* lexicalTexts(passages: Corpus['passages']): Generator<LexicalText> {
  for (const each of passages) yield { sentences: sentenceTexts(each), context: passageContext(each) };
}

/** As much of a question as says what it is about, in UTF-16 units. */
const LONGEST_QUESTION = 400;

/** Where a passage stands, in words: its letter's title, and its section's heading or the question that it answers. */
export function passageContext({ letter, passage }: CorpusPassage): string {
  const { title = null, question = null } = letter.sections[passage.section] ?? {};
  const section = question?.slice(0, LONGEST_QUESTION) ?? title ?? '';
  return [letter.title, section].filter(Boolean).join('. ');
}

/** What the encoder reads of a passage, in one pass: its context, then each of its sentences. */
export function passageParts(each: CorpusPassage): readonly string[] {
  return [`${passageContext(each)}.`, ...sentenceTexts(each)];
}

function sentenceTexts({ letter, passage }: CorpusPassage): string[] {
  if (passage.sentences.length === 0) return [passage.text];
  return passage.sentences.map((sentence) => readable(letter, sentence, passage.skipped).text);
}
