import { embed } from '../../bench/eval/corpus.ts';
import type { Encoder, TokenVectors } from '../../src/encoder/types.ts';
import { parseLetter } from '../../src/letters/parse.ts';
import { fold } from '../../src/retrieval/analysis/fold.ts';
import { buildRetrievalData, type RetrievalDataInMemory } from '../../src/retrieval/retrieval-data.ts';
import type { Corpus } from '../../src/retrieval/types.ts';

const DIMENSION = 128;

/** An encoder for tests: each word has a direction made from its letters, so that equal words are equal vectors. */
export function wordEncoder({ late = true } = {}): Encoder {
  return {
    name: 'words',
    fingerprint: 'words-1',
    dimension: DIMENSION,
    tokenDimension: late ? DIMENSION : null,
    encode: async (texts) =>
      texts.map((parts) => ({
        vector: unit(sum(wordsOf(parts.join(' ')).map(direction))),
        tokens: late ? parts.map(tokensOf) : null,
      })),
    close: async () => {},
  };
}

/** Pseudo-random numbers that are the same in every run. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

const directions = new Map<string, Float32Array>();

function direction(word: string): Float32Array {
  const known = directions.get(word);
  if (known) return known;
  let seed = 7;
  for (const letter of word) seed = (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0;
  const random = randomNumbers(seed);
  const made = unit(Float32Array.from({ length: DIMENSION }, () => random() - 0.5));
  directions.set(word, made);
  return made;
}

function sum(vectors: readonly Float32Array[]): Float32Array {
  const total = new Float32Array(DIMENSION);
  for (const vector of vectors) for (let i = 0; i < DIMENSION; i++) total[i]! += vector[i]!;
  return total;
}

function tokensOf(text: string): TokenVectors {
  const words = wordsOf(text);
  const vectors = new Float32Array(words.length * DIMENSION);
  words.forEach((word, i) => {
    vectors.set(direction(word), i * DIMENSION);
  });
  return { vectors, count: words.length };
}

const WATER = `Nr. 12 BRIEF VAN DE MINISTER VAN INFRASTRUCTUUR EN WATERSTAAT

Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 14 maart 2019

Hierbij ontvangt u het verslag van de Milieuraad van 5 maart 2019 te Brussel.

Drinkwater

De ministers spraken over de herziening van de drinkwaterrichtlijn. Nederland heeft gepleit voor strengere normen voor lood in kraanwater. Het voorzitterschap streeft naar een akkoord voor het einde van het jaar.

Luchtkwaliteit

De Europese Commissie meldde dat zestien lidstaten de grenswaarden voor fijnstof overschrijden. De commissaris kondigde 30 miljoen euro aan voor meetstations. Nederland verwelkomde de steun.

Wolven

De delegatie van Slowakije vroeg aandacht voor de toename van het aantal wolven. Nederland gaf aan dat de wolf een beschermde diersoort blijft, omdat de soort in Europa nog kwetsbaar is.

De Minister van Infrastructuur en Waterstaat,
C. van Nieuwenhuizen Wijbenga
`;

const RAIL = `Aan de Voorzitter van de Tweede Kamer der Staten-Generaal

Den Haag, 20 november 2020

Hierbij bied ik u de geannoteerde agenda aan voor de Transportraad van 8 december 2020. De raad vindt plaats via een videoverbinding.

Spoorvervoer

De ministers bespreken het Europese Jaar van de Spoorwegen (EJS). Het kabinet wil dat het kopen van internationale treinkaartjes eenvoudiger wordt. Er komen twaalf nieuwe nachttreinen.

Luchtvaart

De raad spreekt over slots op luchthavens. Door de coronacrisis vliegen er veel minder toestellen. Nederland steunt een tijdelijke vrijstelling.

Drinkwater

Onder diversen komt ook het drinkwater in treinen aan de orde. Het kabinet vindt dat reizigers gratis water moeten kunnen tappen.

De Minister van Infrastructuur en Waterstaat,
C. van Nieuwenhuizen Wijbenga
`;

/** Two invented letters: a report of March 2019 and an annotated agenda of December 2020. */
export const LETTERS = [
  parseLetter({ file: 'milieuraad.txt', source: WATER }),
  parseLetter({ file: 'transportraad.txt', source: RAIL }),
];

export const CORPUS = corpusOf(LETTERS);

export function corpusOf(letters: Corpus['letters']): Corpus {
  return { letters, passages: letters.flatMap((letter) => letter.passages.map((passage) => ({ letter, passage }))) };
}

/** The corpus prepared with an encoder for tests. */
export async function prepared(encoder: Encoder, corpus: Corpus = CORPUS): Promise<RetrievalDataInMemory> {
  const { embedded } = await embed(corpus.letters, encoder);
  return buildRetrievalData({ corpus, ...embedded });
}
