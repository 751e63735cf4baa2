import type { Concept } from '../../src/retrieval/lexical/concepts.ts';
import type { Lexicon } from '../../src/retrieval/lexical/lexicon.ts';
import { FIELDS } from '../../src/retrieval/lexical/thesaurus.ts';

/**
 * How a question's concepts stand in its candidates, so that their lexical scores can be computed under other weights
 * (training/retrieval/lexical.py).
 */
export interface LexicalMatches {
  /** What the rarities of all concepts come to. */
  readonly possible: number;
  /** Concepts and their parts: the number of the whole (-1 for none), rarity, and 1 where parts count by their weight. */
  readonly concepts: readonly (readonly [whole: number, rarity: number, weighted: 0 | 1])[];
  /** Ways of saying a concept: see `wayOf`. */
  readonly ways: readonly (readonly number[])[];
  /** Of each way, how rare its terms are. */
  readonly rarities: readonly (readonly number[])[];
  /** Of each candidate: the number of a way that stands in it, with the impacts of its terms. */
  readonly met: readonly (readonly (readonly number[])[])[];
}

export function lexicalMatches(
  concepts: readonly Concept[],
  passages: readonly number[],
  { postings, rarities }: Lexicon,
): LexicalMatches {
  const all: { concept: Concept; whole: number; weighted: 0 | 1 }[] = [];
  const list = (concept: Concept, whole: number, weighted: 0 | 1): void => {
    const number = all.push({ concept, whole, weighted }) - 1;
    for (const part of concept.parts) list(part, number, concept.partsWeight < 1 ? 1 : 0);
  };
  for (const concept of concepts) list(concept, -1, 0);
  const ways = all.flatMap(({ concept }, number) =>
    concept.alternatives.map((alternative) => ({ number, ...alternative })),
  );
  return {
    possible: concepts.reduce((sum, concept) => sum + concept.rarity, 0) || 1,
    concepts: all.map(({ concept, whole, weighted }) => [whole, rounded(concept.rarity), weighted]),
    ways: ways.map(wayOf),
    rarities: ways.map(({ terms }) => terms.map((term) => rounded(rarities[term] ?? 0))),
    met: passages.map((passage) =>
      ways.flatMap(({ terms }, way) => {
        const impacts = terms.map((term) => rounded(postings.impact(term, passage)));
        return impacts.every((impact) => impact > 0) ? [[way, ...impacts]] : [];
      }),
    ),
  };
}

/** Concept, column from and column to (-1 for neither), entries, siblings, phrase, foreign, slips. */
function wayOf({
  number,
  way: { by, phrase, foreign, slips = 0 },
}: Concept['alternatives'][number] & { number: number }) {
  const columns = by ? [FIELDS.indexOf(by.from), FIELDS.indexOf(by.to), by.entries, by.siblings] : [-1, -1, 1, 1];
  return [number, ...columns, phrase ? 1 : 0, foreign ? 1 : 0, slips];
}

/** A number as evidence holds it: seven significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(7));
}
