import { z } from 'zod';
import { weightsOf } from '../weights.ts';
import { FIELDS, type Field } from './thesaurus.ts';

const weight = z.number().min(0);
const byField = z.record(z.enum(FIELDS), weight);

/** How much lexical search trusts each way of saying the same. */
const lexicalSchema = z.strictObject({
  /** What an equivalent is worth, by the column in which the question's word was found and the equivalent's own. */
  relation: z.record(z.enum(FIELDS), byField),
  /** An equivalent is divided by (entries that hold the word in that column) to this power. */
  ambiguity: weight,
  /** An equivalent is divided by (its siblings in its column) to this power. */
  crowd: weight,
  /** The parts of a compound in the question, beside the compound itself. */
  parts: weight,
  /** What a phrase of several words is worth where all of it stands in a passage. */
  phrase: weight,
  /** An English question's word as it is, where it is an ordinary English word (names count in full). */
  foreign: weight,
  /** A corrected spelling, for each slip. */
  slip: weight,
  /** How far a concept's weight is that of the question's word (1) rather than that of the term found (0). */
  own: z.number().min(0).max(1),
});

export type LexicalWeights = Readonly<z.infer<typeof lexicalSchema>>;

export const LEXICAL_WEIGHTS: LexicalWeights = weightsOf('lexical', lexicalSchema);

/** BM25's saturation of repeated terms and its share of length normalisation (Robertson and Zaragoza 2009). */
export const BM25 = weightsOf('saturation', z.strictObject({ k1: weight, b: z.number().min(0).max(1) }));

/** The way from a question's word to a term of the corpus: what the worth of an alternative is made of. */
export interface Way {
  /** Found in one column of an entry of the thesaurus, to another; absent where the word itself stands in the corpus. */
  readonly by?: { readonly from: Field; readonly to: Field; readonly entries: number; readonly siblings: number };
  /** Either side is a phrase. */
  readonly phrase?: boolean;
  /** An ordinary English word looked for as it is. */
  readonly foreign?: boolean;
  /** Slips of spelling that were put right. */
  readonly slips?: number;
}

/** How good a match an alternative is. */
export function worthOf({ by, phrase, foreign, slips = 0 }: Way, weights: LexicalWeights): number {
  const slipped = weights.slip ** slips;
  if (!by) return (foreign ? weights.foreign : 1) * slipped;
  const several = phrase ? weights.phrase : 1;
  const related = weights.relation[by.from][by.to] * several;
  return (related / (by.entries ** weights.ambiguity * by.siblings ** weights.crowd)) * slipped;
}
