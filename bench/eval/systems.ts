import path from 'node:path';
import MiniSearch from 'minisearch';
import { factAnswer } from '../../src/answers/facts/fact-answer.ts';
import type { Encoder } from '../../src/encoder/types.ts';
import type { Letter } from '../../src/letters/types.ts';
import { stem } from '../../src/retrieval/analysis/stem.ts';
import {
  FUSION_WEIGHTS,
  NO_SIGNALS,
  SIGNAL_NAMES,
  SIGNALS,
  type SignalName,
  type Signals,
} from '../../src/retrieval/fusion.ts';
import type { RetrievalData, RetrievalDataInMemory } from '../../src/retrieval/retrieval-data.ts';
import { createRetriever } from '../../src/retrieval/retriever.ts';
import type { Corpus } from '../../src/retrieval/types.ts';
import { ExactIndex } from '../../src/retrieval/vector/exact.ts';
import { type Place, placeOf } from './questions.ts';

export interface SystemAnswer {
  /** Best first, ten at most. */
  readonly results: readonly Place[];
  readonly answered: boolean;
  readonly confidence: number;
}

/** Something that answers questions with places in letters. */
export interface System {
  readonly name: string;
  answer(question: string): Promise<SystemAnswer>;
}

const RESULTS = 10;
const CHUNK = { length: 1000, overlap: 200 } as const;

/** Keyword search as many would build it: MiniSearch over chunks of 1,000 characters that overlap by 200. */
export function miniSearch(letters: readonly Letter[], dutch: boolean): System {
  const chunks = letters.flatMap((letter) => chunksOf(letter));
  const processTerm = (term: string) => (dutch ? stem.nl(term.toLowerCase()) : term.toLowerCase());
  const index = new MiniSearch<{ id: number; text: string }>({ fields: ['text'], processTerm });
  index.addAll(chunks.map(({ text }, id) => ({ id, text })));
  return {
    name: dutch ? 'MiniSearch, Dutch stemming, 1000/200 chunks' : 'MiniSearch, 1000/200 chunks',
    answer: async (question) => {
      const found = index.search(question).slice(0, RESULTS);
      const results = found.flatMap(({ id }) => chunks[Number(id)]?.place ?? []);
      return { results, answered: results.length > 0, confidence: found[0]?.score ?? 0 };
    },
  };
}

/** Dense search as many would build it: an encoder's vectors of the same chunks, the nearest by cosine. */
export async function denseChunks(letters: readonly Letter[], encoder: Encoder): Promise<System> {
  const chunks = letters.flatMap((letter) => chunksOf(letter));
  const encoded = await encoder.encode(
    chunks.map(({ text }) => [text]),
    'passage',
  );
  const index = new ExactIndex(encoded.map(({ vector }) => vector));
  return {
    name: `${path.basename(encoder.name)}, pooled, 1000/200 chunks`,
    answer: async (question) => {
      const [asked] = await encoder.encode([[question]], 'query');
      const found = asked ? index.search(asked.vector, RESULTS) : [];
      const results = found.flatMap(({ passage }) => chunks[passage]?.place ?? []);
      return { results, answered: results.length > 0, confidence: found[0]?.score ?? 0 };
    },
  };
}

/** A corpus that can be searched, wherever what it takes is kept. */
export interface SearchableAnywhere {
  readonly corpus: Corpus;
  readonly data: RetrievalData;
  readonly encoder: Encoder;
}

/** A corpus that can be searched in memory. */
export interface Searchable extends SearchableAnywhere {
  readonly data: RetrievalDataInMemory;
}

/** Briefwijzer's retrieval with some of it switched off; what is asked of a letter itself is looked up. */
export function briefwijzer(
  name: string,
  { corpus, data, encoder }: SearchableAnywhere,
  options: Variant = {},
): System {
  const retriever = createRetriever({ corpus, data, encoder, weights: options.weights });
  return {
    name,
    answer: async (question) => {
      const fact = await factAnswer(question, {}, { corpus, retriever });
      if (fact) {
        const results = fact.is === 'stated' ? fact.quotes : [];
        return { results, answered: results.length > 0, confidence: fact.confidence };
      }
      const found = await retriever.retrieve({ question, top: RESULTS, readFilters: options.readFilters });
      const results = found.passages.flatMap(({ passage }) => {
        const each = corpus.passages[passage];
        return each ? [placeOf(each)] : [];
      });
      return { results, answered: found.answered, confidence: found.confidence };
    },
  };
}

export const OURS_IN_DATABASE = 'Briefwijzer, index in PostgreSQL';

export interface Variant {
  readonly weights?: Signals;
  readonly readFilters?: boolean;
}

/** Of each signal that tells how alike question and passage are: what it finds by itself. */
export const ALONE: readonly (readonly [name: string, Variant])[] = SIGNAL_NAMES.filter(
  (signal) => SIGNALS[signal].tells === 'likeness',
).map((signal) => [`${SIGNALS[signal].name} alone`, { weights: { ...NO_SIGNALS, [signal]: 1 }, readFilters: false }]);

/** What is found without each signal, and without all that look for words. */
export const ABLATIONS: readonly (readonly [name: string, Variant])[] = [
  ['without lexical search', without('lexical', 'grams', 'sentence')],
  ...SIGNAL_NAMES.map((signal) => [`without ${SIGNALS[signal].name}`, without(signal)] as const),
];

function without(...signals: readonly SignalName[]): Variant {
  const weights = { ...FUSION_WEIGHTS, ...Object.fromEntries(signals.map((signal) => [signal, 0])) };
  // Letters that are named also leave out the others.
  return signals.includes('named') ? { weights, readFilters: false } : { weights };
}

function chunksOf({ file, source }: Letter): { text: string; place: Place }[] {
  const chunks = [];
  for (let start = 0; start < source.length; start += CHUNK.length - CHUNK.overlap) {
    const end = Math.min(source.length, start + CHUNK.length);
    chunks.push({ text: source.slice(start, end), place: { file, start, end } });
  }
  return chunks;
}
